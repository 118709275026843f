"""Own lines, own rates and own roads: what is typed prices the line everywhere, with its source."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FactsError
from geo.model import Basis, OwnLine, OwnRate, VenueClass
from geo.money import Stop, load_costs, load_roads, most_rate, write_rates
from geo.money.cost.own_rates import PER, load_own_lines, load_rates
from geo.money.cost.roads import MOST_BYTES, load_own_roads, parse_roads
from geo.phrases import load_phrases
from tests.geo.money.made import CALM, facts, site
from tests.geo.money.pricing import ends, line, price, with_rates, without_doubt

ROOM = site(venue_class=VenueClass.ROOM)
PROJECT = facts(crew__size=41, shoot__days=6)


def test_all_own_lines_are_listed_until_typed(costs):
    cost = price(site(), PROJECT, 60, costs, stand_ins=2, of=60)
    listed = {each.code for each in cost.lines if each.amount.mid is None}
    assert {each.code for each in costs.own_lines} <= listed
    wanted = {"tax_points", "generator", "power", "parking", "cleaning", "coordination"}
    wanted |= {"crowd_control", "park_tickets", "build_strike", "insurance", "night_meals"}
    assert wanted | {"agent_share", "contingency"} <= listed


@pytest.mark.parametrize(
    ("code", "rate", "total"),
    [
        ("insurance", 1200, 1200),
        ("generator", 800, 800 * 6),
        ("night_meals", 15, 15 * 41 * 6),
        ("parking", 20, 20 * 3 * 6),
        ("cleaning", 500, 500),
        ("build_strike", 1.5, 1.5 * 3000),
    ],
)
def test_a_typed_rate_prices_its_line(costs, code, rate, total):
    calm = without_doubt(costs)
    told = line(price(ROOM, PROJECT, 60, with_rates(calm, **{code: rate}), of=60), code)
    assert ends(told.total) == pytest.approx((total, total, total))
    assert told.own
    assert told.amount.basis is Basis.QUOTED
    assert (told.amount.sources[0].publisher, told.amount.sources[0].date) == ("王", "2026-04-01")
    assert told.reasons[0].code.startswith("own_rate.")
    plain = price(ROOM, PROJECT, 60, calm, of=60)
    more = price(ROOM, PROJECT, 60, with_rates(calm, **{code: rate}), of=60)
    assert more.total.mid == pytest.approx(plain.total.mid + total)


def test_a_site_bears_its_share_of_what_is_paid_once(costs):
    told = with_rates(without_doubt(costs), insurance=1200)
    third = line(price(ROOM, PROJECT, 20, told, of=60), "insurance")
    assert ends(third.total) == (400, 400, 400)


def test_a_rate_of_nothing_is_a_price(costs):
    told = line(price(ROOM, PROJECT, 60, with_rates(costs, parking=0)), "parking")
    assert (told.total.mid, told.own) == (0, True)


def test_percentages_are_taken_of_what_they_name(costs):
    told = with_rates(without_doubt(costs), tax_points=6, agent_share=10)
    cost = price(ROOM, PROJECT, 60, told, of=60, crowds=(100,))
    plain = price(ROOM, PROJECT, 60, without_doubt(costs), of=60, crowds=(100,))
    extras = line(plain, "extras").total.mid
    assert line(cost, "agent_share").total.mid == pytest.approx(extras / 10)
    tax = round(0.06 * (plain.total.mid + extras / 10), 2)
    assert line(cost, "tax_points").total.mid == pytest.approx(tax, abs=0.005)
    assert line(cost, "contingency").total.mid is None
    # the cleaning nobody priced would be taxed as well
    assert line(cost, "tax_points").amount.beyond
    assert not line(cost, "agent_share").amount.beyond


def test_a_percentage_of_nothing_waits(costs):
    told = with_rates(costs, agent_share=10)
    share = line(price(ROOM, PROJECT, 60, told, crowds=(None,)), "agent_share")
    assert (share.amount.mid, share.reasons[0].code) == (None, "own_percent_of_nothing")


def test_rent_without_shooting_needs_a_rent(costs):
    told = with_rates(costs, build_strike=2)
    waits = line(price(site(), PROJECT, 60, told), "build_strike")
    assert waits.amount.mid is None
    assert [reason.code for reason in waits.reasons] == ["own_rate.venue_day", "own_venue_unpriced"]


def test_lines_that_have_no_place_at_a_site_are_not_there(costs):
    told = with_rates(costs, dressing=700, permit=100, park_tickets=30)
    room = price(ROOM, PROJECT, 60, told)
    assert not {"dressing", "permit", "park_tickets"} & {each.code for each in room.lines}
    park = price(site(), PROJECT, 60, told, stand_ins=1, of=60)
    assert line(park, "dressing").total.mid == 700
    assert line(park, "permit").total.mid == 600
    assert line(park, "park_tickets").total.mid == 30 * 41 * 6


def test_a_published_figure_is_shown_and_never_taken(costs):
    cost = price(ROOM, PROJECT, 60, costs)
    keeper = line(cost, "keeper")
    assert keeper.amount.mid is None
    assert keeper.reasons[0].code == "own_reference"
    assert keeper.reasons[0].values["amount"] == 300
    tickets = line(price(site(ticket_cny=80.0), PROJECT, 60, costs), "park_tickets")
    assert (tickets.amount.mid, tickets.reasons[0].values) == (None, {"amount": 80})


def test_own_lines_are_called_the_same_in_sentences(costs, assets):
    phrases = load_phrases(assets / "phrases")
    for each in costs.own_lines:
        assert phrases.templates[f"line.{each.code}"] == {"zh": each.zh, "en": each.en}


def test_every_way_of_charging_has_its_sentence(assets):
    phrases = load_phrases(assets / "phrases")
    assert all(f"own_rate.{per}" in phrases.templates for per in PER)


# ---- the file of lines


def lines_file(tmp_path, *lines):
    path = tmp_path / "own_lines.yaml"
    path.write_text(yaml.safe_dump({"schema": 1, "lines": list(lines)}), encoding="utf-8")
    return path


LINE = {"code": "one", "per": "day", "zh": "一", "en": "One"}
SHARE = {"code": "share", "per": "percent", "zh": "份", "en": "Share", "of": ["all"]}


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ([LINE, LINE], "code"),
        ([{**LINE, "code": "venue"}], "code"),
        ([{**LINE, "code": "all"}], "code"),
        ([{**LINE, "per": "moon"}], "per"),
        ([{**LINE, "of": ["venue"]}], "of"),
        ([{**SHARE, "of": []}], "of"),
        # circles cannot be written: a share names only what stands before it
        ([{**SHARE, "of": ["share"]}], "of"),
        ([{**SHARE, "of": ["later"]}, {**SHARE, "code": "later"}], "of"),
        ([{**LINE, "facts": ["nowhere"]}], "facts"),
        ([{**LINE, "price": 3}], "price"),
    ],
)
def test_a_broken_line_is_named(tmp_path, lines, field):
    with pytest.raises(FactsError) as error:
        load_own_lines(lines_file(tmp_path, *lines), ())
    assert error.value.values["field"] == field


def test_shares_may_name_shares_before_them(tmp_path):
    path = lines_file(tmp_path, LINE, SHARE, {**SHARE, "code": "more", "of": ["one", "share"]})
    assert [each.code for each in load_own_lines(path, ())] == ["one", "share", "more"]


# ---- the file of rates

WRITTEN = st.characters(categories=["L", "N", "P", "S"])
LINES = (OwnLine("one", "day", "一", "One"), OwnLine("share", "percent", "份", "Share", ("all",)))


@CALM
@given(
    st.dictionaries(
        st.sampled_from(["one", "share"]),
        st.tuples(
            st.floats(0, 100), st.text(WRITTEN, max_size=9), st.sampled_from(["", "2026-04-01"])
        ),
    )
)
def test_rates_survive_the_file(tmp_path_factory, told):
    path = tmp_path_factory.mktemp("own") / "rates.yaml"
    rates = {code: OwnRate(code, *values) for code, values in told.items()}
    write_rates(path, tuple(rates.values()))
    assert load_rates(path, LINES) == (rates, ())


def test_no_file_is_no_rates(tmp_path):
    assert load_rates(tmp_path / "rates.yaml", LINES) == ({}, ())


@pytest.mark.parametrize(
    "text", ["rates: [", "- 1", "rates: 3", "rates: [3]", "\x00", "schema: 1\nrates: {a: 1}"]
)
def test_a_broken_file_of_rates_counts_as_empty_and_is_told(tmp_path, text):
    path = tmp_path / "rates.yaml"
    path.write_text(text, encoding="utf-8")
    rates, refused = load_rates(path, LINES)
    assert rates == {}
    assert [each.reason.code for each in refused] == ["rates_file_broken"]


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"code": "two", "value": 3}, "code"),
        ({"code": "one"}, "value"),
        ({"code": "one", "value": -1}, "value"),
        ({"code": "one", "value": float("nan")}, "value"),
        ({"code": "one", "value": float("inf")}, "value"),
        ({"code": "one", "value": "3"}, "value"),
        ({"code": "share", "value": 101}, "value"),
        ({"code": "one", "value": 3, "formula": "1+1"}, "formula"),
        ({"code": "one", "value": 3, "who": ["a"]}, "who"),
    ],
)
def test_one_bad_rate_leaves_the_others(tmp_path, entry, field):
    path = tmp_path / "rates.yaml"
    good = {"code": "share", "value": 6}
    rows = [entry] if entry["code"] == "share" else [entry, good]
    path.write_text(yaml.safe_dump({"schema": 1, "rates": rows}), encoding="utf-8")
    rates, refused = load_rates(path, LINES)
    assert list(rates) == (["share"] if len(rows) == 2 else [])
    assert refused[0].reason.code == "rate_refused"
    assert refused[0].reason.values["field"] == field


def test_a_percentage_has_another_ceiling_than_a_price():
    assert most_rate(LINES[1]) == 100
    assert most_rate(LINES[0]) > 1_000_000


# ---- roads


def test_a_road_file_is_read_in_either_language():
    english = parse_roads("from,to,km\n苏州,上海,100\n", "roads.csv")
    chinese = parse_roads("起点,终点,公里,分钟\n苏州市,上海市,100,\n", "roads.csv")
    one, other = Stop(("上海",), (31, 121)), Stop(("苏州", "苏州市"), (31, 120))
    for roads in (english, chinese):
        assert (len(roads), roads.refused) == (1, ())
        # in either direction
        assert roads.find(one, other).km == roads.find(other, one).km == 100
        assert roads.find(one, Stop(("成都",), (30, 104))) is None


def test_a_road_may_join_points(tmp_path):
    text = 'from,to,minutes\n"31.20,121.40",苏州,75\n"31.2,121.4","30.0,120.0",90\n'
    roads = parse_roads(text, "roads.csv")
    near, suzhou = Stop(("x",), (31.205, 121.405)), Stop(("苏州",), (31.3, 120.6))
    assert roads.find(near, suzhou).minutes == roads.find(suzhou, near).minutes == 75
    assert roads.find(near, suzhou).hours == 1.25
    assert roads.find(near, Stop(("y",), (30, 120))).minutes == 90
    assert roads.find(Stop(("x",), (31.3, 121.4)), suzhou) is None


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("苏州,苏州市,3", "road_ends"),
        (",上海,3", "road_ends"),
        ('"95,120",上海,3', "road_ends"),
        ('"nan,120",上海,3', "road_ends"),
        ("苏州,上海", "road_length"),
        ("苏州,上海,", "road_length"),
        ("苏州,上海,0", "road_length"),
        ("苏州,上海,-3", "road_length"),
        ("苏州,上海,nan", "road_length"),
        ("苏州,上海,99999", "road_length"),
        ("苏州,上海,很远", "road_length"),
        ("苏州,上海,=1+1", "road_length"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_rest_holds(row, code):
    roads = parse_roads(f"from,to,km\n杭州,宁波,150\n\n{row}\n", "roads.csv")
    assert len(roads) == 1
    assert [(each.line, each.reason.code) for each in roads.refused] == [(4, code)]


def test_a_name_with_a_comma_that_is_no_point_is_a_name():
    roads = parse_roads('from,to,km\n"Gusu, Suzhou",上海,90\n', "roads.csv")
    assert roads.find(Stop(("gusu, suzhou",), (0, 0)), Stop(("上海",), (1, 1))).km == 90


@pytest.mark.parametrize("text", ["", "from,to\n", "km\n", "a,b,c\n1,2,3\n"])
def test_a_road_file_without_its_columns_is_refused(text):
    with pytest.raises(FactsError, match="roads_columns"):
        parse_roads(text, "roads.csv")


def test_a_road_file_that_is_none(tmp_path):
    with pytest.raises(FactsError, match="roads_unreadable"):
        load_roads(tmp_path / "nowhere.csv")
    path = tmp_path / "roads.csv"
    path.write_bytes(b"from,to,km\n\xff\xfe,a,3\n")
    with pytest.raises(FactsError, match="roads_unreadable"):
        load_roads(path)
    path.write_bytes(b"x" * (MOST_BYTES + 1))
    with pytest.raises(FactsError, match="roads_too_large"):
        load_roads(path)
    with pytest.raises(FactsError, match="roads_unreadable"):
        parse_roads("from,to,km\na\rb,c,3\n", "roads.csv")


def test_a_monstrous_line_is_refused_whatever_others_allow_csv_to_read(tmp_path):
    path = tmp_path / "roads.csv"
    path.write_text("from,to,km\n" + "a" * 200_000 + ",b,3\n", encoding="utf-8")
    before = csv.field_size_limit(1_000_000)
    try:
        with pytest.raises(FactsError, match="roads_unreadable"):
            load_roads(path)
    finally:
        csv.field_size_limit(before)


def test_a_kept_road_file_that_broke_tells_no_drive(tmp_path):
    assert len(load_own_roads(tmp_path / "roads.csv")) == 0
    (tmp_path / "roads.csv").write_text("nothing", encoding="utf-8")
    roads = load_own_roads(tmp_path / "roads.csv")
    assert (len(roads), roads.refused[0].reason.code) == (0, "roads_columns")


# ---- all of it together


def test_the_users_folder_is_read_with_what_ships(assets, tmp_path):
    path = assets / "money" / "costs.yaml"
    own = tmp_path / "own"
    write_rates(own / "rates.yaml", (OwnRate("parking", 25.0, "李", "2026-02-03"),))
    (own / "roads.csv").write_text("from,to,km\n苏州,上海,95\n苏州,,1\n", encoding="utf-8")
    told = load_costs(path, own)
    assert told.own_rates["parking"].value == 25
    assert len(told.roads) == 1
    assert [each.reason.code for each in told.refused] == ["road_ends"]
    assert load_costs(path, tmp_path / "nowhere") == load_costs(path)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda raw: raw["extras"].update(national="nowhere"), "national"),
        (lambda raw: raw["extras"].update(more=[]), "more"),
        (
            lambda raw: raw["facts"].remove(next(f for f in raw["facts"] if f["id"] == "deposit")),
            "deposit",
        ),
        (lambda raw: raw.update(facts=[{**f, "covers_zh": []} for f in raw["facts"]]), "covers_zh"),
        (lambda raw: raw["assumptions"]["crew_unset"].update(facts=["nowhere"]), "facts"),
        (lambda raw: raw["assumptions"]["day_sharing"].update(low=0, mid=0, high=0), "low"),
    ],
)
def test_a_broken_fact_file_is_named(assets, tmp_path, change, field):
    raw = yaml.safe_load((assets / "money" / "costs.yaml").read_text(encoding="utf-8"))
    change(raw)
    (tmp_path / "costs.yaml").write_text(yaml.safe_dump(raw, allow_unicode=True), "utf-8")
    (tmp_path / "own_lines.yaml").write_text("schema: 1\nlines: []\n", "utf-8")
    with pytest.raises(FactsError) as error:
        load_costs(tmp_path / "costs.yaml")
    assert error.value.values["field"] == field


def test_a_place_without_a_lodging_cap_takes_the_national_rate(costs):
    nowhere = price(replace(ROOM, city_zh="无名"), facts(crew__size=40), 5, costs)
    lodging = line(nowhere, "lodging")
    assert lodging.reasons[0].code == "lodging_no_index"
    assert lodging.amount.mid == 20 * 115
