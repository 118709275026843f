"""The gazetteer that facts of place are judged with."""

from geo import actions
from geo.actions.regions import region_parents
from geo.model import Evidence, Voucher


def test_a_name_that_several_regions_bear_says_nothing():
    parents = region_parents()
    assert parents["瓯海区"] == ("浙江省", "温州市")
    assert parents["浙江省"] == ()
    assert "鼓楼区" not in parents
    assert "西湖区" not in parents


def test_bills_of_a_district_count_for_its_city():
    bills = tuple(
        Voucher(str(at), "lodging", "某", name, 10.0**at, invoice_title="某", proof="某")
        for at, name in enumerate(("温州", "瓯海区", "苏州市", "鼓楼区"))
    )
    assert actions.evidenced_spend(Evidence(bills), "温州市") == 11.0
    assert actions.evidenced_spend(Evidence(bills), "南京") == 0.0
