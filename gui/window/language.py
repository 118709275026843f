"""The language of the interface: Chinese is the source, English a translation file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}


class Language(QObject):
    """Installs and removes translations; widgets hear of it by ``LanguageChange``."""

    def __init__(self, assets: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = assets / "i18n"
        self._on: list[QTranslator] = []

    def speak(self, lang: str) -> None:
        """Use ``lang`` (zh or en) from now on."""
        self.remove()
        # without the locale Han characters are drawn in their Japanese shapes
        QLocale.setDefault(LOCALES[lang])
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        names = [(f"kanjing_{lang}", str(self._folder))]
        if lang == "zh":
            names.append(("qtbase_zh_CN", qt_folder))
        for name, folder in names:
            translator = QTranslator(self)
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._on.append(translator)

    def remove(self) -> None:
        """Take all translations away again."""
        for translator in self._on:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._on = []
