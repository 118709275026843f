"""Policy files made for tests."""

from __future__ import annotations

import yaml

from geo.money.subsidy.files import sheet_of

GOOD = {
    "id": "one",
    "title_zh": "某办法",
    "region": {"province": "甲省", "city": "乙市"},
    "issuer": "某局",
    "status": "in_force",
    "type": "production_rebate",
    "payee": "producer",
    "confidence": "high",
    "sources": [{"title": "某文", "publisher": "某报"}],
}
RATE = {
    "mode": "rate_of_base",
    "base": "work.investment_actual",
    "rate": 0.2,
    "cap_cny": 1000000,
    "is_upper_bound": True,
}


def item(**changes):
    """A good policy, changed; a value of None takes the field out."""
    return {key: value for key, value in {**GOOD, **changes}.items() if value is not None}


def text_of(*items, **header):
    """A policy file in YAML; aliases are written out."""
    whole = {"schema": 1, **header, "policies": list(items)}

    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data):
            return True

    return yaml.dump(whole, Dumper=Plain, allow_unicode=True, sort_keys=False)


def sheet(words, *items, own=False):
    """The items read back."""
    return sheet_of(text_of(*items), "made.yaml", words, own=own)


def why(words, **changes):
    """Code, path and line of the one refusal of a changed policy."""
    found = sheet(words, item(**changes))
    assert not found.policies
    (told,) = found.refused
    assert told.file == "made.yaml"
    return told.reason.code.removeprefix("policy_refused."), told.reason.values.get("path")
