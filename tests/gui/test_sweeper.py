"""Rubbish is swept in the window's thread, and Python sweeps again once the window is gone."""

from __future__ import annotations

import gc
import weakref

import pytest

from gui.window.sweeper import Sweeper


class Loop:
    """Holds itself: only a sweep takes it away."""

    def __init__(self):
        self.me = self
        self.more = [[self] for _ in range(4000)]


@pytest.fixture
def sweeper(qtbot):
    made = Sweeper()
    made.start()
    yield made
    made.stop()
    gc.unfreeze()


def test_python_sweeps_no_more_until_stopped(sweeper):
    assert not gc.isenabled()
    sweeper.stop()
    assert gc.isenabled()


def test_rubbish_goes_with_a_sweep(sweeper):
    gc.collect()
    gone = weakref.ref(Loop())
    assert gone() is not None
    sweeper.sweep()
    assert gone() is None


def test_little_rubbish_waits(sweeper):
    gc.collect()
    loop = Loop()
    loop.more.clear()
    kept = weakref.ref(loop)
    gc.collect()
    del loop
    sweeper.sweep()
    assert kept() is not None


def test_the_oldest_is_looked_through_at_last(sweeper):
    gc.collect()
    loop = Loop()
    gc.collect()
    old = weakref.ref(loop)
    del loop
    for _ in range(200):
        young = [[] for _ in range(4000)]
        sweeper.sweep()
        del young
    assert old() is None


def test_a_flood_from_a_worker_is_kept_and_not_looked_through(sweeper):
    gc.collect()
    flood = [[] for _ in range(40_000)]
    frozen = gc.get_freeze_count()
    sweeper.sweep()
    assert gc.get_freeze_count() >= frozen + len(flood)
    # it still goes when nobody holds it
    gone = weakref.ref(Loop())
    kept = [gone()]
    del kept, flood
    gc.unfreeze()
    gc.collect()
    assert gone() is None


def test_what_is_loaded_is_not_looked_through_again(sweeper):
    sweeper.settle()
    assert gc.get_freeze_count() > 0
