"""Positions from a receiver: sentences, noise, and a port that comes and goes."""

import contextlib
import os
import sys
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import SyncError
from geo.model.field import Fix
from geo.sync import position
from geo.sync.position import Receiver, listen, ports

# the examples of every handbook of NMEA 0183
GGA = b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n"
RMC = b"$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n"
GST = b"$GPGST,123519,1.2,3.0,4.0,10.0,3.0,4.0,5.0"


def sentence(body):
    """A sentence with its sum: all bytes between $ and * by exclusive or."""
    return b"$%s*%02X\r\n" % (body, reduce(lambda a, b: a ^ b, body, 0))


def gga(lat, lon, at="123519", quality=1, hdop="0.9", talker="GP"):
    def dm(value, width):
        minutes = abs(value) * 60
        return f"{int(minutes // 60):0{width}d}{minutes % 60:09.6f}"

    sides = "NS"[lat < 0], "EW"[lon < 0]
    body = f"{talker}GGA,{at},{dm(lat, 2)},{sides[0]},{dm(lon, 3)},{sides[1]},{quality},08,{hdop}"
    return sentence(f"{body},545.4,M,46.9,M,,".encode())


def heard(*parts):
    receiver = Receiver()
    fixes = [fix for part in parts for fix in receiver.feed(part)]
    last = receiver.pause()
    return [*fixes, last] if last is not None else fixes


def test_one_moment_is_put_together_from_its_sentences():
    (fix,) = heard(GGA + RMC + sentence(GST[1:]))
    assert fix.lat == pytest.approx(48 + 7.038 / 60, abs=1e-9)
    assert fix.lon == pytest.approx(11 + 31 / 60, abs=1e-9)
    # spreads of 3 m and 4 m make 5 m; knots are 1.852 km/h
    assert (fix.accuracy_m, fix.estimated) == (5.0, False)
    assert fix.speed_kmh == pytest.approx(22.4 * 1.852)
    assert (fix.course, fix.satellites) == (84.4, 8)
    assert (fix.when, fix.source) == ("1994-03-23T12:35:19+00:00", "serial")


def test_without_a_spread_the_accuracy_is_an_estimate_and_says_so():
    (fix,) = heard(GGA)
    assert fix.accuracy_m == pytest.approx(4.5)
    assert fix.estimated
    # a time of day is no date
    assert fix.when == ""
    (bare,) = heard(gga(31.0, 120.0, hdop="99.99"))
    assert bare.accuracy_m is None
    assert not bare.estimated


def test_the_spread_of_satellites_may_come_by_a_sentence_of_its_own():
    gsa = sentence(b"GNGSA,A,3,04,05,,09,12,,,24,,,,,2.5,2.0,2.1,1")
    (fix,) = heard(gga(31.0, 120.0, hdop="") + gsa)
    assert fix.accuracy_m == pytest.approx(10.0)


@pytest.mark.parametrize("talker", ["GP", "GN", "GL", "GA", "BD", "GB", "GQ"])
def test_satellites_of_all_nations_are_heard(talker):
    (fix,) = heard(gga(-33.5, -70.25, talker=talker))
    assert (fix.lat, fix.lon) == pytest.approx((-33.5, -70.25), abs=1e-7)


def test_each_moment_is_told_once():
    parts = [gga(31.0 + n / 1000, 120.0, f"12351{n}") for n in range(5)]
    fixes = heard(*parts)
    assert [round(one.lat, 6) for one in fixes] == [31.0, 31.001, 31.002, 31.003, 31.004]
    receiver = Receiver()
    assert list(receiver.feed(parts[0])) == []
    assert receiver.pause() is not None
    assert receiver.pause() is None


@pytest.mark.parametrize(
    "line",
    [
        gga(31.0, 120.0, quality=0),
        gga(31.0, 120.0, quality=6),
        gga(31.0, 120.0, quality=8),
        gga(0.0, 0.0),
        sentence(b"GPGGA,123519,,,,,1,00,,,M,,M,,"),
        sentence(b"GPGGA,123519,9107.038,N,01131.000,E,1,08,0.9,,,,,,"),
        sentence(b"GPGGA,123519,4867.038,N,01131.000,E,1,08,0.9,,,,,,"),
        sentence(b"GPGGA,123519,4807.038,X,01131.000,E,1,08,0.9,,,,,,"),
        sentence(b"GPGGA,123519,4807.038,,01131.000,E,1,08,0.9,,,,,,"),
        sentence(b"GPGGA"),
        sentence(b"GPRMC,123519,V,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W"),
        sentence(b"GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,,,N"),
        sentence(b"GPGLL,4807.038,N,01131.000,E,123519,V,N"),
        sentence(b"GPXYZ,1,2,3"),
        sentence(b"PGRME,15.0,M,45.0,M,25.0,M"),
        GGA.replace(b"*47", b""),
        GGA.replace(b"*47", b"*48"),
        b"$GPGGA,123519,4807.038,N,011\r\n",
        b"\xff\xfe\x00$\r\n",
    ],
)
def test_what_is_no_measured_position_is_passed_over(line):
    assert heard(line) == []


def test_a_position_that_is_lost_is_known_to_be_lost():
    receiver = Receiver()
    list(receiver.feed(GGA))
    assert not receiver.lost
    list(receiver.feed(gga(31.0, 120.0, "123520", quality=0)))
    assert receiver.lost


LATS = st.floats(-89.9, 89.9).filter(lambda value: abs(value) > 1e-3)
LONS = st.floats(-179.99, 179.99)
NOISE = st.binary(max_size=60).filter(lambda part: b"*" not in part)


@given(st.lists(st.tuples(LATS, LONS, NOISE), min_size=1, max_size=6), st.integers(1, 40))
def test_noise_and_half_lines_hide_no_position_and_make_none(spots, step):
    wire = b""
    for at, (lat, lon, noise) in enumerate(spots):
        wire += noise + b"\n" + gga(lat, lon, f"1235{at:02d}")
        # the beginning of a sentence that the next one runs into
        wire += GGA[: len(noise)]
    parts = [wire[at : at + step] for at in range(0, len(wire), step)]
    fixes = heard(*parts)
    assert [(one.lat, one.lon) for one in fixes] == [
        pytest.approx((lat, lon), abs=1e-7) for lat, lon, _ in spots
    ]


def test_a_bit_that_toppled_never_moves_us():
    (true,) = heard(GGA)
    for bit in range(8 * (len(GGA) - 2)):
        flipped = bytearray(GGA)
        flipped[bit // 8] ^= 1 << bit % 8
        for fix in heard(bytes(flipped)):
            assert (fix.lat, fix.lon) == (true.lat, true.lon)


def test_a_wire_without_line_ends_fills_no_memory():
    receiver = Receiver()
    for _ in range(50):
        list(receiver.feed(b"$GPGGA,1" * 1000))
    assert len(receiver._rest) <= position.LONGEST_LINE
    assert receiver.bytes == 400_000


# ---- a port


needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")


@pytest.fixture
def wire():
    import tty

    far, near = os.openpty()
    tty.setraw(near)
    yield far, os.ttyname(near)
    for end in (far, near):
        with contextlib.suppress(OSError):
            os.close(end)


def until(job, wanted, most=50):
    for _ in range(most):
        step = next(job)
        if wanted(step):
            return step
    raise AssertionError("nothing came")


@needs_pty
def test_positions_come_from_a_port_until_somebody_stops(wire):
    far, name = wire
    job = listen(name, 115200)
    assert next(job).so_far is None
    os.write(far, sentence(b"GPRMC,123518,V,,,,,,,230394,,,N"))
    assert until(job, lambda step: step.code == "position_search").so_far is None
    os.write(far, b"\x00\x83noise" + GGA + RMC)
    fix = until(job, lambda step: step.so_far is not None).so_far
    assert isinstance(fix, Fix)
    assert fix.lat == pytest.approx(48.1173)
    os.write(far, gga(-31.0, -120.0, "123520"))
    until(job, lambda step: step.so_far is not None and step.so_far.lat < 0)
    os.write(far, gga(31.0, 120.0, "123521", quality=0))
    assert until(job, lambda step: step.so_far is None).code == "position_search"
    # one program holds the port, and lets go of it
    with pytest.raises(SyncError, match="port_busy"):
        next(listen(name, 115200))
    job.close()
    again = listen(name, 115200)
    assert next(again).code == "position"
    again.close()


@needs_pty
def test_a_receiver_that_is_pulled_out_is_told(wire):
    far, name = wire
    job = listen(name, 115200)
    next(job)
    os.close(far)
    with pytest.raises(SyncError) as lost:
        until(job, lambda _: False)
    assert (lost.value.code, lost.value.values["port"]) == ("port_lost", name)


@needs_pty
def test_a_wrong_speed_is_told_instead_of_waiting_for_ever(wire):
    far, name = wire
    job = listen(name, 9600)
    next(job)

    def gibberish(_):
        os.write(far, b"\x9c\xe0\x1c" * 100)
        return False

    with pytest.raises(SyncError, match="port_baud"):
        until(job, gibberish)


def test_a_port_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SyncError, match="port_gone"):
        next(listen(str(tmp_path / "ttyUSB9")))


def test_ports_that_lead_nowhere_are_left_out(monkeypatch):
    from serial.tools import list_ports
    from serial.tools.list_ports_common import ListPortInfo

    found = []
    for device, hwid in (("/dev/ttyUSB0", "USB VID:PID=1546:01A7"), ("/dev/ttyS4", "n/a")):
        one = ListPortInfo(device, skip_link_detection=True)
        one.hwid = hwid
        found.append(one)
    monkeypatch.setattr(list_ports, "comports", lambda: found)
    assert ports() == ("/dev/ttyUSB0",)
