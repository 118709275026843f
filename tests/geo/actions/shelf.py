"""A workspace whose catalogue is a few places in memory."""

from dataclasses import replace

from geo import actions
from geo.model import PermitRule, ProjectFacts, SitePick, Wishes
from geo.progress import finish

CITIES = ("苏州", "绍兴")
EXTRA = Wishes(extra=("travel", "risk"))
HOME = ProjectFacts({"crew.home_city": "上海"})


class Shelf:
    """The sites and nothing else."""

    def __init__(self, sites):
        self.kept = tuple(sites)

    def sites(self):
        return self.kept

    def edits(self, kind=None, records=None):
        return ()

    def sightings(self, records):
        return {}


def with_sites(ws, sites, **more):
    """``ws`` with these sites in place of its catalogue."""
    return replace(ws, store=Shelf(sites), **more)


def ranked(ws, script, wishes=None, facts=HOME, **more):
    """The ranking, through every step."""
    job = actions.rank(
        ws,
        script,
        facts,
        more.pop("weights", ws.default_weights),
        wishes=wishes or Wishes(),
        **more,
    )
    return finish(job)


def columns(ranking):
    """Column by id of the site."""
    return {offer.site.id: n for n, offer in enumerate(ranking.sites)}


def in_order(ranking):
    """Ids of the sites, best first."""
    return [ranking.sites[column].site.id for column in ranking.site_order.index]


def row(ranking, code, board="site_board"):
    """The values of one criterion."""
    made = getattr(ranking, board)
    return made.values[made.criteria.index(code)]


def rule(effect, **more):
    """A permission rule that bears on every site."""
    text = ("规定", "a rule")
    return PermitRule("r", effect, text, text, sites=(SitePick(),), **more)
