"""A real browser without a network, driven over its own debugging pipe.

It counts what the page asked for, what it complained of, and how wide it became.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
    # so that the framed map can be asked like the page itself
    "--disable-features=IsolateSandboxedIframes", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)  # fmt: skip


@dataclass
class Seen:
    """What a page did: addresses asked for beyond itself, complaints, answers to questions."""

    asked: list = field(default_factory=list)
    complaints: list = field(default_factory=list)
    page: object = None
    frame: object = None
    picture: bytes = b""


class Browser:
    """Use as a context; ``look`` opens one file at one width."""

    def __enter__(self):
        self.home = tempfile.mkdtemp()
        theirs, ours = os.pipe(), os.pipe()
        self.write, self.read = theirs[1], ours[0]

        # the browser reads its third and writes its fourth file
        def wire():
            os.dup2(theirs[0], 13)
            os.dup2(ours[1], 14)
            os.dup2(13, 3)
            os.dup2(14, 4)

        self.process = subprocess.Popen(
            [CHROMIUM, *FLAGS, f"--user-data-dir={self.home}", "about:blank"],
            preexec_fn=wire,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs[0])
        os.close(ours[1])
        self.buffer, self.number, self.heard = b"", 0, []
        return self

    def __exit__(self, *_):
        os.close(self.write)
        os.close(self.read)
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.home, ignore_errors=True)

    def _message(self):
        while b"\0" not in self.buffer:
            got = os.read(self.read, 1 << 20)
            assert got, "the browser is gone"
            self.buffer += got
        one, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(one)

    def _do(self, method, session=None, **params):
        self.number += 1
        asked = {"id": self.number, "method": method, "params": params}
        if session:
            asked["sessionId"] = session
        os.write(self.write, json.dumps(asked).encode() + b"\0")
        while True:
            said = self._message()
            if said.get("id") == self.number:
                assert "error" not in said, said
                return said["result"]
            self.heard.append(said)

    def _until(self, session, method):
        for said in self.heard:
            if said.get("method") == method and said.get("sessionId") == session:
                return
        while True:
            said = self._message()
            self.heard.append(said)
            if said.get("method") == method and said.get("sessionId") == session:
                return

    def look(self, path, width, page="null", frame="null", dark=False, picture=False):
        """Open ``path`` at ``width``; ``page`` and ``frame`` are questions in script."""
        self.heard = []
        target = self._do("Target.createTarget", url="about:blank")["targetId"]
        session = self._do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._do(f"{domain}.enable", session)
        self._size(session, width, 900)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._do("Emulation.setEmulatedMedia", session, features=scheme)
        self._do("Page.navigate", session, url=path.as_uri())
        self._until(session, "Page.loadEventFired")
        seen = Seen()
        # two frames on, so that what scripts draw is drawn
        seen.page = self._ask(session, f"new Promise(r => setTimeout(() => r({page}), 200))")
        inner = [one for one in self._contexts(session) if one["auxData"]["frameId"] != target]
        if inner:
            seen.frame = self._ask(session, frame, inner[-1]["id"])
        if picture:
            high = self._ask(session, "document.documentElement.scrollHeight")
            # what lies beyond the window is not painted, so the window is made as high as the page
            self._size(session, width, high)
            self._ask(session, "new Promise(r => setTimeout(r, 800))")
            shot = self._do("Page.captureScreenshot", session)
            seen.picture = base64.b64decode(shot["data"])
        for said in self.heard:
            if said.get("sessionId") == session:
                self._note(said, seen)
        self._do("Target.closeTarget", targetId=target)
        return seen

    def _size(self, session, width, height):
        self._do(
            "Emulation.setDeviceMetricsOverride",
            session,
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def _ask(self, session, script, context=None):
        more = {} if context is None else {"contextId": context}
        given = self._do(
            "Runtime.evaluate",
            session,
            expression=script,
            returnByValue=True,
            awaitPromise=True,
            **more,
        )
        assert "exceptionDetails" not in given, given["exceptionDetails"]
        return given["result"].get("value")

    def _contexts(self, session):
        return [
            said["params"]["context"]
            for said in self.heard
            if said.get("method") == "Runtime.executionContextCreated"
            and said.get("sessionId") == session
        ]

    def _note(self, said, seen):
        kind, params = said.get("method"), said.get("params", {})
        if kind == "Network.requestWillBeSent":
            address = params["request"]["url"]
            if not address.startswith(("file:", "data:", "about:")):
                seen.asked.append(address)
        elif kind in ("Runtime.exceptionThrown", "Log.entryAdded"):
            seen.complaints.append(json.dumps(params)[:400])
        elif kind == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            seen.complaints.append(json.dumps(params["args"])[:400])
