"""Where we are, from a receiver at a serial or Bluetooth port that speaks NMEA 0183.

Sentences of one moment are put together: GGA says where, how well and by how many satellites, RMC
on which day and how fast, GST how far it may be wrong. Noise, half lines and sentences whose sum
does not come out are passed over, as are positions that the receiver only guesses.
"""

from __future__ import annotations

import errno
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from geo.errors import SyncError
from geo.model.field import Fix
from geo.progress import Job, Step

if TYPE_CHECKING:
    from serial import Serial

HDOP_M = 5.0
"""Metres (68%) of a position for each unit of HDOP: a usual error of range, an estimate."""
KNOT_KMH = 1.852
WAIT_S = 0.2
"""Seconds after which a silent port is left for a moment, so that reading can be stopped."""
PART = 256
LONGEST_LINE = 200
DEAF_BYTES = 4000
"""After so much that makes no sentence at all the speed of the port is wrong."""

TAKEN = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EAGAIN)
"""What the system says of a port that another program holds, or that is not ours to open."""

SENTENCE = re.compile(rb"\$[^$]*\*[0-9A-Fa-f]{2}$")
MEASURED = ("1", "2", "3", "4", "5", "9")
"""Qualities of GGA that are measurements; 6 to 8 are reckoned, typed in or played."""
GUESSED = ("E", "M", "N", "S", "V")


def ports() -> tuple[str, ...]:
    """Serial and Bluetooth ports that something is plugged into, by name."""
    from serial.tools import list_ports

    # the built-in ones that lead nowhere have no hardware behind them
    return tuple(
        sorted(one.device for one in list_ports.comports() if one.hwid not in ("", "n/a", None))
    )


def listen(port: str, baud: int = 9600) -> Job[None]:
    """Read positions until whoever runs this stops; steps carry the newest ``Fix`` as ``so_far``.

    The steps: position (heard, or nothing yet), position_search (a receiver that has no position
    yet). Raises SyncError: port_gone, port_busy, port_baud (port, baud), port_lost.
    """
    with _opened(port, baud) as wire:
        yield from _positions(wire, port, baud)


def _opened(port: str, baud: int) -> Serial:
    import serial

    try:
        # two programs at one port would each get half of every line
        return serial.Serial(port, baud, timeout=WAIT_S, exclusive=True)
    except (OSError, ValueError, OverflowError) as error:
        taken = getattr(error, "errno", None) in TAKEN or "denied" in str(error)
        raise SyncError("port_busy" if taken else "port_gone", port=port) from error


def _positions(wire: Serial, port: str, baud: int) -> Job[None]:
    receiver = Receiver()
    fix: Fix | None = None
    while True:
        try:
            heard = wire.read(PART)
        except (OSError, TypeError) as error:
            # pyserial stumbles over a descriptor that went away while it waited
            raise SyncError("port_lost", port=port) from error
        for found in receiver.feed(heard):
            fix = found
        if not heard:
            fix = receiver.pause() or fix
        if receiver.lost:
            fix = None
        if receiver.sentences == 0 and receiver.bytes > DEAF_BYTES:
            raise SyncError("port_baud", port=port, baud=baud)
        searching = fix is None and receiver.sentences > 0
        yield Step("position_search" if searching else "position", so_far=fix)


@dataclass(frozen=True, slots=True)
class _Moment:
    """What has been said of one moment; ``at``: time of day at Greenwich."""

    at: time | None = None
    day: date | None = None
    lat: float | None = None
    lon: float | None = None
    spread_m: float | None = None
    hdop: float | None = None
    satellites: int | None = None
    speed_kmh: float | None = None
    course: float | None = None
    void: bool = False

    def fix(self) -> Fix | None:
        """The position; None where there is none, or the receiver says it is not to be trusted."""
        if self.lat is None or self.lon is None or self.void:
            return None
        good_to, estimated = self.spread_m, False
        if good_to is None and self.hdop is not None:
            good_to, estimated = self.hdop * HDOP_M, True
        when = ""
        if self.at is not None and self.day is not None:
            when = datetime.combine(self.day, self.at).isoformat()
        return Fix(
            self.lat,
            self.lon,
            good_to,
            when,
            "serial",
            self.speed_kmh,
            self.course,
            self.satellites,
            estimated,
        )


class Receiver:
    """Bytes in, positions out; ``sentences`` and ``bytes`` count what was heard so far."""

    def __init__(self) -> None:
        self.sentences = 0
        self.bytes = 0
        self._rest = b""
        self._moment = _Moment()
        self._told: _Moment | None = None

    def feed(self, heard: bytes) -> Iterator[Fix]:
        """The positions of moments that ``heard`` brings to an end."""
        self.bytes += len(heard)
        *lines, self._rest = re.split(rb"[\r\n]", self._rest + heard)
        # a wire that never ends a line is noise
        self._rest = self._rest[-LONGEST_LINE:]
        for line in lines:
            found = SENTENCE.search(line[-LONGEST_LINE:].rstrip())
            if found is not None:
                yield from self._take(found[0])

    @property
    def lost(self) -> bool:
        """Whether the receiver says that it has no position, or only guesses."""
        return self._moment.void

    def pause(self) -> Fix | None:
        """The position of the moment under way, when nothing more comes; None: nothing new."""
        return self._tell()

    def _take(self, line: bytes) -> Iterator[Fix]:
        import pynmea2

        try:
            said = pynmea2.parse(line.decode("ascii"), check=True)
        except (UnicodeDecodeError, pynmea2.ParseError):
            return
        self.sentences += 1
        take = _SENTENCES.get(getattr(said, "sentence_type", ""))
        if take is None:
            return
        at = getattr(said, "timestamp", None)
        if isinstance(at, time) and self._moment.at not in (None, at):
            done = self._tell()
            self._moment = _Moment()
            if done is not None:
                yield done
        if isinstance(at, time):
            self._moment = replace(self._moment, at=at)
        self._moment = take(self._moment, said)

    def _tell(self) -> Fix | None:
        if self._moment == self._told:
            return None
        self._told = self._moment
        return self._moment.fix()


# ---- sentences


def _gga(moment: _Moment, said: Any) -> _Moment:  # noqa: ANN401 (pynmea2 has no types)
    if str(said.gps_qual) not in MEASURED:
        return replace(moment, void=True)
    return replace(
        _placed(moment, said),
        hdop=_positive(said.horizontal_dil),
        satellites=_count(said.num_sats),
    )


def _rmc(moment: _Moment, said: Any) -> _Moment:  # noqa: ANN401
    if said.status != "A" or said.mode_indicator in GUESSED:
        return replace(moment, void=True)
    knots = _number(said.spd_over_grnd)
    day = said.datestamp
    return replace(
        _placed(moment, said),
        day=day if isinstance(day, date) else None,
        speed_kmh=None if knots is None or knots < 0 else knots * KNOT_KMH,
        course=_number(said.true_course),
    )


def _gll(moment: _Moment, said: Any) -> _Moment:  # noqa: ANN401
    if said.status != "A" or said.faa_mode in GUESSED:
        return replace(moment, void=True)
    return _placed(moment, said)


def _gsa(moment: _Moment, said: Any) -> _Moment:  # noqa: ANN401
    hdop = _positive(said.hdop)
    return moment if hdop is None else replace(moment, hdop=hdop)


def _gst(moment: _Moment, said: Any) -> _Moment:  # noqa: ANN401
    """Standard deviations to the north and east in metres; their root sum is the 68% radius."""
    north, east = _positive(said.std_dev_latitude), _positive(said.std_dev_longitude)
    if north is None or east is None:
        return moment
    return replace(moment, spread_m=math.hypot(north, east))


def _placed(moment: _Moment, said: Any) -> _Moment:  # noqa: ANN401
    lat = _degrees(said.lat, said.lat_dir, "NS", 90)
    lon = _degrees(said.lon, said.lon_dir, "EW", 180)
    if lat is None or lon is None or (lat == 0 and lon == 0):
        # nought and nought is what a receiver without a position says
        return moment
    return replace(moment, lat=lat, lon=lon)


def _degrees(text: str, side: str, sides: str, most: int) -> float | None:
    """Degrees from ``dddmm.mmm`` and a letter; None where they make no angle."""
    found = re.fullmatch(r"(\d{1,3})(\d\d(?:\.\d+)?)", text or "")
    if found is None or side not in tuple(sides) or float(found[2]) >= 60:
        return None
    degrees = int(found[1]) + float(found[2]) / 60
    if degrees > most:
        return None
    return -degrees if side == sides[1] else degrees


def _number(value: object) -> float | None:
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _positive(value: object) -> float | None:
    """A figure above nought; 99.99 is how receivers write that they do not know."""
    number = _number(value)
    return number if number is not None and 0 < number < 99 else None


def _count(value: object) -> int | None:
    number = _number(value)
    return None if number is None or not 0 <= number < 1000 else int(number)


_SENTENCES: Mapping[str, Callable[[_Moment, Any], _Moment]] = {
    "GGA": _gga,
    "RMC": _rmc,
    "GLL": _gll,
    "GSA": _gsa,
    "GST": _gst,
}
