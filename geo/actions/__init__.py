"""What a user can ask for: one function each, the same for the window and the command line.

The only package that joins rooms. Slow actions are jobs (generators of steps); the rest answer
at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from geo.actions.exports import export_map, export_ranking
from geo.actions.places import (
    add_photos,
    import_sites,
    list_sites,
    retire_site,
    save_site,
    set_photos,
    settle_site,
)
from geo.actions.project_file import read_facts
from geo.actions.projects import load_project, save_project
from geo.actions.ranking import FOUR_CITIES, rank, reweight
from geo.actions.workspace import (
    Workspace,
    divisions,
    load_basemap,
    locate,
    open_workspace,
    samples,
)

if TYPE_CHECKING:
    from geo.actions.accounts import (
        account,
        claim_file,
        compare,
        evidenced_spend,
        export_accounts,
        export_claims,
        fact_fields,
        find_site,
    )
    from geo.actions.defence import defend
    from geo.actions.field.asking import what_if
    from geo.actions.field.desk import add_place, answer, finish_sheet, home_desk, undo_answer
    from geo.actions.field.form import print_form, recce_fields, save_own_fields
    from geo.actions.field.home import contested, merge_pack, settle_field, undo_batch
    from geo.actions.field.packs import make_pack, open_pack, pack_wishes, sites_around
    from geo.actions.field.photos import hang_field_photos, watched_files
    from geo.actions.field.registers import approvals, approve, history, restore_value
    from geo.actions.field.safety import (
        back_up,
        backups,
        changed_elsewhere,
        check_catalogue,
        lock,
        lock_state,
        recover,
        restore_backup,
        set_passphrase,
        unlock,
    )
    from geo.actions.finding import alike, named_site, search
    from geo.actions.hosting.corpus import demand, drop_title, note_script, save_genres
    from geo.actions.hosting.health import health
    from geo.actions.hosting.import_sheet import write_import_sheet
    from geo.actions.hosting.improving import improvements, try_improvement
    from geo.actions.hosting.ledger import enquiries, enquiry_of, save_enquiry
    from geo.actions.hosting.matching import reverse_match
    from geo.actions.hosting.reports import export_ledger, export_letter, export_report
    from geo.actions.hosting.simulating import simulate_policy
    from geo.actions.hosting.visiting import export_visit, visit_route
    from geo.actions.hosting.watching import (
        judge_watch,
        read_watch_sheet,
        save_watch,
        watches,
        write_watch_sheet,
    )
    from geo.actions.pitch.asked import pitch_script, read_pitch
    from geo.actions.pitch.desk import (
        base_packs,
        bureau_card,
        own_template,
        pitch_templates,
        save_bureau_card,
        save_site_file,
        site_files,
    )
    from geo.actions.pitch.making import make_pitch
    from geo.actions.pitch.writing import export_pitch, pitch_text, preview_pitch
    from geo.actions.planning.asked import plan_script, read_asked
    from geo.actions.planning.comparing import compare_plans, due_list
    from geo.actions.planning.desk import PlanDesk, plan_desk
    from geo.actions.planning.exports import export_plan
    from geo.actions.planning.laying import lay_by_hand
    from geo.actions.planning.making import make_plan
    from geo.actions.planning.others import alternatives, explain_set, insist
    from geo.actions.planning.rule_list import plan_rules
    from geo.actions.policies import (
        drop_policy,
        export_policies,
        list_policies,
        policy_book,
        read_parcel,
        rework,
        save_policy,
        take_parcel,
        try_policy,
    )
    from geo.actions.rates import (
        own_lines,
        own_rates,
        refused_own,
        road_count,
        set_rate,
        take_roads,
    )
    from geo.actions.scripts import (
        export_breakdown,
        learn_place,
        prepare_reading,
        read_request,
        read_script,
        retag,
    )
    from geo.actions.uplifts import (
        check_claim,
        place_comparables,
        press_examples,
        set_parameter,
        uplift_parameters,
    )
    from geo.actions.wishes import read_weights, read_wishes
    from geo.match import interview, next_question
    from geo.script import (
        add_scene,
        change_scene,
        compare_drafts,
        lines_like,
        lock_numbers,
        merge_sets,
        question_key,
        remove_scene,
        rename_set,
        request_facts,
        request_script,
        settle,
        split_set,
        take_draft,
        unlock_numbers,
    )
    from geo.sync.near import near
    from geo.sync.position import listen, ports
    from geo.sync.tracks import read_track

__all__ = [
    "FOUR_CITIES",
    "PlanDesk",
    "Workspace",
    "account",
    "add_photos",
    "add_place",
    "add_scene",
    "alike",
    "alternatives",
    "answer",
    "approvals",
    "approve",
    "back_up",
    "backups",
    "base_packs",
    "bureau_card",
    "change_scene",
    "changed_elsewhere",
    "check_catalogue",
    "check_claim",
    "claim_file",
    "compare",
    "compare_drafts",
    "compare_plans",
    "contested",
    "defend",
    "demand",
    "divisions",
    "drop_policy",
    "drop_title",
    "due_list",
    "enquiries",
    "enquiry_of",
    "evidenced_spend",
    "explain_set",
    "export_accounts",
    "export_breakdown",
    "export_claims",
    "export_ledger",
    "export_letter",
    "export_map",
    "export_pitch",
    "export_plan",
    "export_policies",
    "export_ranking",
    "export_report",
    "export_visit",
    "fact_fields",
    "find_site",
    "finish_sheet",
    "hang_field_photos",
    "health",
    "history",
    "home_desk",
    "import_sites",
    "improvements",
    "insist",
    "interview",
    "judge_watch",
    "lay_by_hand",
    "learn_place",
    "lines_like",
    "list_policies",
    "list_sites",
    "listen",
    "load_basemap",
    "load_project",
    "locate",
    "lock",
    "lock_numbers",
    "lock_state",
    "make_pack",
    "make_pitch",
    "make_plan",
    "merge_pack",
    "merge_sets",
    "named_site",
    "near",
    "next_question",
    "note_script",
    "open_pack",
    "open_workspace",
    "own_lines",
    "own_rates",
    "own_template",
    "pack_wishes",
    "pitch_script",
    "pitch_templates",
    "pitch_text",
    "place_comparables",
    "plan_desk",
    "plan_rules",
    "plan_script",
    "policy_book",
    "ports",
    "prepare_reading",
    "press_examples",
    "preview_pitch",
    "print_form",
    "question_key",
    "rank",
    "read_asked",
    "read_facts",
    "read_parcel",
    "read_pitch",
    "read_request",
    "read_script",
    "read_track",
    "read_watch_sheet",
    "read_weights",
    "read_wishes",
    "recce_fields",
    "recover",
    "refused_own",
    "remove_scene",
    "rename_set",
    "request_facts",
    "request_script",
    "restore_backup",
    "restore_value",
    "retag",
    "retire_site",
    "reverse_match",
    "reweight",
    "rework",
    "road_count",
    "samples",
    "save_bureau_card",
    "save_enquiry",
    "save_genres",
    "save_own_fields",
    "save_policy",
    "save_project",
    "save_site",
    "save_site_file",
    "save_watch",
    "search",
    "set_parameter",
    "set_passphrase",
    "set_photos",
    "set_rate",
    "settle",
    "settle_field",
    "settle_site",
    "simulate_policy",
    "site_files",
    "sites_around",
    "split_set",
    "take_draft",
    "take_parcel",
    "take_roads",
    "try_improvement",
    "try_policy",
    "undo_answer",
    "undo_batch",
    "unlock",
    "unlock_numbers",
    "uplift_parameters",
    "visit_route",
    "watched_files",
    "watches",
    "what_if",
    "write_import_sheet",
    "write_watch_sheet",
]

if not TYPE_CHECKING:
    # loaded when first asked for, not while the window opens
    _LATER = {
        "geo.actions.accounts": (
            "account claim_file compare evidenced_spend export_accounts export_claims "
            "fact_fields find_site"
        ),
        "geo.actions.defence": "defend",
        "geo.actions.field.asking": "what_if",
        "geo.actions.field.desk": "add_place answer finish_sheet home_desk undo_answer",
        "geo.actions.field.form": "print_form recce_fields save_own_fields",
        "geo.actions.field.home": "contested merge_pack settle_field undo_batch",
        "geo.actions.field.packs": "make_pack open_pack pack_wishes sites_around",
        "geo.actions.field.photos": "hang_field_photos watched_files",
        "geo.actions.field.registers": "approvals approve history restore_value",
        "geo.actions.field.safety": (
            "back_up backups changed_elsewhere check_catalogue lock lock_state recover "
            "restore_backup set_passphrase unlock"
        ),
        "geo.actions.finding": "alike named_site search",
        "geo.actions.hosting.corpus": "demand drop_title note_script save_genres",
        "geo.actions.hosting.health": "health",
        "geo.actions.hosting.import_sheet": "write_import_sheet",
        "geo.actions.hosting.improving": "improvements try_improvement",
        "geo.actions.hosting.ledger": "enquiries enquiry_of save_enquiry",
        "geo.actions.hosting.matching": "reverse_match",
        "geo.actions.hosting.reports": "export_ledger export_letter export_report",
        "geo.actions.hosting.simulating": "simulate_policy",
        "geo.actions.hosting.visiting": "export_visit visit_route",
        "geo.actions.hosting.watching": (
            "judge_watch read_watch_sheet save_watch watches write_watch_sheet"
        ),
        "geo.actions.pitch.asked": "pitch_script read_pitch",
        "geo.actions.pitch.desk": (
            "base_packs bureau_card own_template pitch_templates save_bureau_card "
            "save_site_file site_files"
        ),
        "geo.actions.pitch.making": "make_pitch",
        "geo.actions.pitch.writing": "export_pitch pitch_text preview_pitch",
        "geo.actions.planning.asked": "plan_script read_asked",
        "geo.actions.planning.comparing": "compare_plans due_list",
        "geo.actions.planning.desk": "PlanDesk plan_desk",
        "geo.actions.planning.exports": "export_plan",
        "geo.actions.planning.laying": "lay_by_hand",
        "geo.actions.planning.making": "make_plan",
        "geo.actions.planning.others": "alternatives explain_set insist",
        "geo.actions.planning.rule_list": "plan_rules",
        "geo.actions.policies": (
            "drop_policy export_policies list_policies policy_book read_parcel rework "
            "save_policy take_parcel try_policy"
        ),
        "geo.actions.rates": "own_lines own_rates refused_own road_count set_rate take_roads",
        "geo.actions.uplifts": (
            "check_claim place_comparables press_examples set_parameter uplift_parameters"
        ),
        "geo.actions.wishes": "read_weights read_wishes",
        "geo.match": "interview next_question",
        "geo.sync.near": "near",
        "geo.sync.position": "listen ports",
        "geo.sync.tracks": "read_track",
    }

    def __getattr__(name: str) -> object:
        """What works on accounts and scripts, from the module that has it."""
        if name not in __all__:
            raise AttributeError(name)
        for home, names in _LATER.items():
            if name in names.split():
                return getattr(import_module(home), name)
        own = import_module("geo.actions.scripts")
        return getattr(own if hasattr(own, name) else import_module("geo.script"), name)
