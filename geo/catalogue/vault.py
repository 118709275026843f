"""What seals contacts and quotes at rest, with the well-kept ``cryptography`` library alone.

A random data key seals the values (AES-256-GCM, a fresh nonce each); a key that Scrypt makes of the
passphrase wraps the data key, so that another passphrase only wraps it anew. A sealed value is
bound to its field of its record: it opens nowhere else. It may be copied within its field, so that
merging, undoing and the rows that follow edits work without the key. Beside it stands a keyed mark
of what it says (HMAC-SHA256): equal values of a field have equal marks, so that two who agree are
no question, and nobody can tell without the key what they agree on.
"""

from __future__ import annotations

import json
import os
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from geo.catalogue.private import is_private, public_part
from geo.edits import canonical, is_sealed
from geo.errors import SyncError
from geo.model.field import FieldKey, Json, Lock

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

VAULT = "vault"
"""Key of the meta row that keeps the wrapped data key, and of a session's vault."""

LEAST = 8
"""Characters of a passphrase."""

N, R, P = 2**16, 8, 2
"""64 MB and about 0.3 s: what OWASP asks of Scrypt (Password Storage Cheat Sheet)."""

MOST_N, MOST_R, MOST_P = 2**18, 8, 4  # a file that asks for more was tampered with
LONGEST = 1000
"""Characters of a passphrase that are brought to one form: of very many marks that takes hours."""
KEY, NONCE, SALT, MARK, TAG = 32, 12, 16, 16, 16  # bytes
VERSION = 1
EMPTY: tuple[Json, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The data key as the file keeps it: wrapped, and how the passphrase makes its key.

    ``id`` names the data key: it stays when the passphrase changes.
    """

    id: str
    salt: str
    n: int
    r: int
    p: int
    key: str
    version: int = VERSION

    def text(self) -> str:
        """As it stands in the file."""
        return json.dumps(asdict(self))

    def context(self) -> bytes:
        """What the wrapping is bound to."""
        return _bytes(["kanjing", self.version, self.id, self.salt, self.n, self.r, self.p])


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The data key of ``id`` in memory, and the two keys made of it."""

    id: str
    data: bytes
    sealing: bytes
    marking: bytes


def new_keys() -> Keys:
    """A random data key."""
    return _keys(os.urandom(8).hex(), AESGCM.generate_key(KEY * 8))


def wrap(keys: Keys, passphrase: str) -> Wrapped:
    """The data key wrapped with a passphrase. Raises SyncError passphrase_short."""
    words = _words(passphrase)
    if len(_composed(passphrase)) < LEAST:
        raise SyncError("passphrase_short", least=LEAST)
    bare = Wrapped(keys.id, _told(os.urandom(SALT)), N, R, P, "")
    nonce = os.urandom(NONCE)
    sealed = AESGCM(_made(bare, words)).encrypt(nonce, keys.data, bare.context())
    return Wrapped(bare.id, bare.salt, N, R, P, _told(nonce + sealed))


def unwrap(wrapped: Wrapped, passphrase: str) -> Keys:
    """The data key. Raises SyncError passphrase_wrong, vault_broken."""
    made = _made(wrapped, _words(passphrase))
    content = _read(wrapped.key)
    try:
        data = AESGCM(made).decrypt(content[:NONCE], content[NONCE:], wrapped.context())
    except (InvalidTag, ValueError) as error:
        raise SyncError("passphrase_wrong") from error
    return _keys(wrapped.id, data)


def read_wrapped(text: str) -> Wrapped:
    """What the file keeps. Raises SyncError vault_broken, vault_newer."""
    try:
        told = json.loads(text)
        if told["version"] > VERSION:
            raise SyncError("vault_newer")
        found = Wrapped(**told)
        sane = _is_sane(found)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise SyncError("vault_broken") from error
    if not sane:
        raise SyncError("vault_broken")
    return found


def _is_sane(found: Wrapped) -> bool:
    """Whether every part is what ``wrap`` writes, and asks for no more time and memory."""
    numbers = (found.n, found.r, found.p, found.version)
    texts = ((found.salt, SALT), (found.key, NONCE + KEY + TAG))
    if any(type(one) is not int for one in numbers) or not isinstance(found.id, str):
        return False
    if any(not isinstance(one, str) or len(_read(one)) != long for one, long in texts):
        return False
    within = 1 < found.n <= MOST_N and 0 < found.r <= MOST_R and 0 < found.p <= MOST_P
    return within and not found.n & (found.n - 1)


class Vault:
    """How one open file stands: no passphrase, locked, or open with the key in memory."""

    def __init__(self) -> None:
        self._kept: str | None = None
        self._id = ""
        self._keys: Keys | None = None

    @property
    def state(self) -> Lock:
        """Whether contacts and quotes are sealed, and open here."""
        if self._kept is None:
            return Lock.NONE
        return Lock.LOCKED if self._open is None else Lock.OPEN

    @property
    def _open(self) -> Keys | None:
        keys = self._keys
        return keys if keys is not None and keys.id == self._id else None

    @property
    def id(self) -> str:
        """Names the data key that seals the file; empty where none does."""
        return self._id

    def look(self, kept: str | None) -> None:
        """Take note of what the file keeps now; another data key than ours locks."""
        if kept == self._kept:
            return
        # what cannot be read seals all the same: nothing plain may be written beside it
        self._id = id_of(kept) if kept is not None else ""
        self._kept = kept
        if self._open is None:
            self._keys = None

    def keys_by(self, passphrase: str) -> Keys:
        """The keys; nothing is opened. Raises SyncError passphrase_wrong, vault_none."""
        if self._kept is None:
            raise SyncError("vault_none")
        return unwrap(read_wrapped(self._kept), passphrase)

    def open_with(self, keys: Keys) -> None:
        """Keep the keys in memory."""
        self._keys = keys

    def close(self) -> None:
        """Forget the keys."""
        self._keys = None

    def sealed(self, key: FieldKey, value: Json) -> Json:
        """A value as the file may keep it. Raises SyncError vault_locked."""
        if self._kept is None or value in EMPTY or is_sealed(value) or not is_private(key, value):
            return value
        keys = self._open
        if keys is None:
            raise SyncError("vault_locked")
        return seal(keys, key, value)

    def shown(self, key: FieldKey, value: Json) -> Json:
        """What a value says; one that cannot be opened stays sealed."""
        keys = self._open
        if keys is None or not is_sealed(value):
            return value
        try:
            return unseal(keys, key, value)
        except SyncError:
            return value


def vault_of(session: Session) -> Vault:
    """The vault of the file that a session is on."""
    found: Vault = session.info[VAULT]
    return found


def seal(keys: Keys, key: FieldKey, value: Json) -> dict[str, Json]:
    """A value sealed for its field; ``open``: what of it is nobody's secret."""
    nonce = os.urandom(NONCE)
    shown = public_part(key, value)
    plain = json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    token = AESGCM(keys.sealing).encrypt(nonce, plain, _context(keys, key, shown))
    mark = HMAC(keys.marking, SHA256())
    mark.update(_context(keys, key, None) + canonical(value).encode())
    found: dict[str, Json] = {
        "sealed": _told(nonce + token),
        "mark": _told(mark.finalize()[:MARK]),
    }
    return found if shown is None else {**found, "open": shown}


def unseal(keys: Keys, key: FieldKey, value: Json) -> Json:
    """What a sealed value says. Raises SyncError vault_broken when it was tampered with."""
    if not isinstance(value, dict):
        raise SyncError("vault_broken")
    content = _read(value.get("sealed"))
    try:
        context = _context(keys, key, value.get("open"))
        plain = AESGCM(keys.sealing).decrypt(content[:NONCE], content[NONCE:], context)
    except (InvalidTag, ValueError) as error:
        raise SyncError("vault_broken") from error
    told: Json = json.loads(plain)
    return told


def scrypt_key(passphrase: bytes, salt: bytes, n: int, r: int, p: int, length: int = KEY) -> bytes:
    """The key that Scrypt (RFC 7914) makes of a passphrase."""
    return Scrypt(salt=salt, length=length, n=n, r=r, p=p).derive(passphrase)


def _made(wrapped: Wrapped, words: bytes) -> bytes:
    return scrypt_key(words, _read(wrapped.salt), wrapped.n, wrapped.r, wrapped.p)


def _keys(name: str, data: bytes) -> Keys:
    made = [
        HKDFExpand(SHA256(), KEY, f"kanjing {use} {VERSION}".encode()).derive(data)
        for use in ("seal", "mark")
    ]
    return Keys(name, data, made[0], made[1])


def _words(passphrase: str) -> bytes:
    """The same bytes for the same words, however a keyboard composes them."""
    return _composed(passphrase).encode("utf-8", "surrogatepass")


def _composed(passphrase: str) -> str:
    return passphrase if len(passphrase) > LONGEST else unicodedata.normalize("NFC", passphrase)


def _context(keys: Keys, key: FieldKey, shown: Json) -> bytes:
    return _bytes(["kanjing", VERSION, keys.id, key.kind, key.record, key.field, canonical(shown)])


def _bytes(parts: list[Any]) -> bytes:
    return json.dumps(parts).encode()


def id_of(kept: str) -> str:
    """Which data key a file is sealed with; empty where that cannot be read."""
    try:
        told = json.loads(kept)
    except (ValueError, RecursionError):
        return ""
    found = told.get("id", "") if isinstance(told, Mapping) else ""
    return found if isinstance(found, str) else ""


def _told(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _read(text: object) -> bytes:
    try:
        return b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError as error:
        raise SyncError("vault_broken") from error
