"""The reference case says what the act says: each value against its passage, and the whole.

The act itself stands in `../shared`, outside the repository; where it is absent, its text cannot
be compared, but what the case holds is still compared with the figures typed here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, cast

import pytest
from attrs import frozen

from checker.money import parse_euros, printed_cents

REPOSITORY = Path(__file__).parents[1]
CASE = REPOSITORY / "cases" / "24-B-0045.json"
ACT = REPOSITORY.parent / "shared" / "seed" / "24-B-0045.txt"

# Beneficiary: its lines in measures 1 to 4, then its total, in euros.
FIGURES: Mapping[str, tuple[tuple[int | None, int | None, int | None, int | None], int]] = {
    "lille-avenirs": ((40_000, 50_000, 70_000, 17_100), 177_100),
    "mie-roubaisis": ((40_000, None, 70_000, 55_000), 165_000),
    "lys-tourcoing": ((40_000, 40_000, 40_000, None), 120_000),
    "alpes": ((40_000, 50_000, 15_000, 10_000), 115_000),
    "adelie": ((40_000, None, 15_000, 40_000), 95_000),
    "impulsions": ((40_000, None, 25_000, 25_000), 90_000),
    "gip-agire": ((40_000, None, 15_000, None), 55_000),
    "aefvlfi": ((40_000, None, 15_000, None), 55_000),
}
MEASURES = {
    "local-actions": 320_000,
    "metropolitan-coordination": 140_000,
    "social-clauses": 265_000,
    "entrepreneurship": 147_100,
}
TOTAL = 872_100

# Each « € » of the act, in its order, with the amount before it.
AMOUNTS = (
    *(40_000,),  # to each
    *(40_000, 50_000, 50_000, 20_000, 30_000),  # coordination
    *(15_000, 25_000, 40_000, 15_000, 15_000, 15_000, 70_000, 70_000),  # clauses
    *(40_000, 25_000, 10_000, 55_000, 15_000, 17_100),  # entrepreneurship, with the rise
    *(177_100, 165_000, 95_000, 90_000, 120_000, 115_000, 55_000, 55_000),  # summary
    *(TOTAL, TOTAL),
    *(177_100, 165_000, 120_000, 115_000, 95_000, 90_000, 55_000, 55_000),  # operative part
    *(TOTAL,),
)

NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "sept": 7, "huit": 8}
MONTHS = {"février": 2}

# Identifiers and the reader's own words and choices: nothing printed to compare them with.
READER = {
    "id",
    *("actions.beneficiary", "actions.measure", "actions.priced", "actions.section"),
    *("act.budget_vote", "articles.subject", "beneficiaries.groups", "body.name"),
    *("citations.section", "count_phrases.counts"),
    *("lines.components", "lines.implied", "lines.measure"),
    *("mentions.beneficiary", "mentions.form", "mentions.roll", "mentions.section"),
    *("results.beneficiary", "results.indicator", "results.measure"),
    *("targets.beneficiary", "targets.compares"),
    *("targets.indicator", "targets.measure"),
    "totals.of",
    # What a person judged while reading the act for signs, and how a slip should read.
    *("acronyms.expansion", "scheme_mentions.section", "slips.correction", "slips.nature"),
    *("procurement_signs.beneficiary", "procurement_signs.nature", "economic_signs.beneficiary"),
    *("economic_signs.measure", "economic_signs.nature", "regranting.beneficiary"),
}
BUNDLES = {"lines[17].units", "lines[18].units"}
"""One facilitator-and-coordinator each: the text counts the posts, not the bundle."""


@frozen
class Evidence:
    """A value of the case and the passage it cites."""

    where: str  # such as `lines[8].amount`
    value: Any
    span: tuple[int, int]
    quote: str

    @property
    def kind(self) -> str:
        """Collection and attribute, such as `lines.amount`."""
        return re.sub(r"\[\d+\]", "", self.where)


def read() -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(CASE.read_text("utf-8")))


def entities(case: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object whose values may cite passages, with its place in the file."""
    for name, held in case.items():
        if name == "documents":
            continue
        if isinstance(held, dict):
            yield name, held
        elif isinstance(held, list):
            for index, item in enumerate(held):
                if isinstance(item, dict):
                    yield f"{name}[{index}]", item
                    for number, part in enumerate(item.get("components", ())):
                        yield f"{name}[{index}].components[{number}]", part


def evidence(case: Mapping[str, Any]) -> list[Evidence]:
    return [
        Evidence(f"{where}.{name}", entity[name], tuple(cited["span"]), cited["quote"])
        for where, entity in entities(case)
        for name, cited in entity.get("evidence", {}).items()
    ]


def fold(text: str) -> str:
    return " ".join(text.split())


# How a value agrees with its passage, by the name of the attribute.


def figures_and_sign(cited: Evidence) -> bool:
    bare = re.fullmatch(r"\d{1,3}( \d{3})* ?€", cited.quote) is not None
    return bare and printed_cents(cited.quote) == parse_euros(cited.value)


def verbatim(cited: Evidence) -> bool:
    # A word broken at its hyphen is one word again.
    return bool(cited.value == cited.quote.replace("- ", "-"))


def number(cited: Evidence) -> bool:
    word = cited.quote.lower()
    printed = NUMBERS[word] if word in NUMBERS else int(word.replace(" ", ""))
    return bool(cited.value == printed)


def date(cited: Evidence) -> bool:
    day, month, year = cited.quote.split()
    return bool(cited.value == f"{int(year):04d}-{MONTHS[month]:02d}-{int(day):02d}")


def post(cited: Evidence) -> bool:
    printed = {word.rstrip("s") for word in re.findall(r"\w+", cited.quote)}
    return {word for word in cited.value.split() if word != "et"} <= printed


def people_counted(cited: Evidence) -> bool:
    return NUMBERS[cited.quote.split()[0]] == len(set(cited.value))


UNDERSTOOD = {
    "singular": ("une subvention", "la convention"),
    "fonctionnement": ("programmes d'actions",),
    "general": ("L'offre de services dépend du contexte territorial de chaque MDE",),
    "other": ("actions de développement de l'emploi",),
    "persons": ("aux demandeurs d'emploi",),
    "True": ("renouveler le soutien", "pour soutenir les projets", "Flandre Intérieure"),
}
"""The passages from which a reader concludes what the act does not say in the case's words."""


def understood(cited: Evidence) -> bool:
    return cited.quote in UNDERSTOOD[str(cited.value)]


def choice(**words: str) -> Callable[[Evidence], bool]:
    """A closed choice, with the word that the act prints for it."""
    return lambda cited: words[str(cited.value)] == cited.quote.lower()


def by_identifier(items: list[dict[str, Any]], name: str) -> Callable[[Evidence], bool]:
    """An identifier, cited by exactly the passage that the items with that identifier cite."""
    spans: dict[str, set[tuple[int, int]]] = {}
    for item in items:
        key = item["beneficiary"] if "beneficiary" in item else item["id"]
        spans.setdefault(key, set()).add(tuple(item["evidence"][name]["span"]))
    return lambda cited: cited.span in spans[cited.value]


def agreements(case: Mapping[str, Any]) -> dict[str, Callable[[Evidence], bool]]:
    """Comparison by attribute, or by collection and attribute where names are shared."""
    signs = (
        *("operative.award_number", "agreements.number", "awards.nature", "awards.renewed"),
        *("awards.earmarked", "measures.criterion_nature", "beneficiaries.sector"),
        *("beneficiaries.beyond_territory", "regranting.to"),
    )
    verbatims = (
        *("acronym", "weekday", "title", "name", "object", "surface", "criterion", "label"),
        *("text", "short_of", "reason", "wording", "signatory", "tax_label", "budget"),
        *("legal_form_word", "number", "expansion"),
    )
    return {
        **dict.fromkeys(verbatims, verbatim),
        **dict.fromkeys(("amount", "uniform_amount", "announced_change"), figures_and_sign),
        **dict.fromkeys(("year", "title_year", "recital_year", "value", "units"), number),
        **dict.fromkeys(signs, understood),
        "ascribed_year": number,
        "date": date,
        "post": post,
        "beneficiary": by_identifier(case["mentions"], "surface"),
        "member": by_identifier(case["members"], "name"),
        "beneficiaries": people_counted,
        "act.type": choice(deliberation="deliberation"),
        "act.organ": choice(bureau="bureau"),
        "act.stage": choice(adopted="adopté"),
        "body.category": choice(metropole="métropole"),
        "citations.organ": choice(conseil="conseil"),
        "citations[0].kind": choice(deliberation="délibération"),
        "citations[1].kind": choice(deliberation="délibéré"),
        "beneficiaries.legal_form": choice(association="association", gip="gip"),
        "charges.section": choice(fonctionnement="fonctionnement"),
        "vote.result": choice(adopted="adopté"),
        "vote.unanimous": choice(**{"True": "à l'unanimité"}),
        "members.civility": choice(**{"Mme": "mme", "M.": "mm."}),
    }


@pytest.fixture(scope="module")
def case() -> dict[str, Any]:
    return read()


@pytest.fixture(scope="module")
def text() -> str:
    if not ACT.is_file():
        pytest.skip("the act stands in ../shared, which is not here")
    return ACT.read_bytes().decode("utf-8")


# Against the text of the act.


def test_the_document_is_the_one_the_offsets_count_in(case: dict[str, Any], text: str) -> None:
    (document,) = case["documents"]
    assert document["name"] == ACT.name
    assert document["sha256"] == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_every_quote_is_its_passage(case: dict[str, Any], text: str) -> None:
    for cited in evidence(case):
        start, end = cited.span
        passage = text[start:end]
        assert passage == passage.strip() != "", cited
        assert fold(passage) == cited.quote, cited


def test_no_word_is_cut(case: dict[str, Any], text: str) -> None:
    for cited in evidence(case):
        start, end = cited.span
        assert re.match(r"\w\w", text[start - 1 : start + 1]) is None, cited
        assert re.match(r"\w\w", text[end - 1 : end + 1]) is None, cited


def test_every_euro_sign_is_in_one_amount(case: dict[str, Any], text: str) -> None:
    spans = sorted({cited.span for cited in evidence(case) if "amount" in cited.kind})
    spans += [cited.span for cited in evidence(case) if "announced_change" in cited.kind]
    signs = [match.start() for match in re.finditer("€", text)]
    holders = [[span for span in spans if span[0] <= sign < span[1]] for sign in signs]
    assert len(signs) == len(AMOUNTS) == 39
    assert [len(held) for held in holders] == [1] * 39
    assert [printed_cents(text[held[0][0] : held[0][1]]) for held in holders] == [
        euros * 100 for euros in AMOUNTS
    ]


def test_every_naming_of_a_beneficiary_is_a_mention(case: dict[str, Any], text: str) -> None:
    spans = [cited.span for cited in evidence(case) if cited.kind == "mentions.surface"]
    assert spans == sorted(spans)
    for surface in {mention["surface"] for mention in case["mentions"]}:
        words = r"\b" + r"\s+".join(re.escape(word) for word in surface.split()) + r"\b"
        for found in re.finditer(words, text, re.IGNORECASE):
            held = [span for span in spans if span[0] <= found.start() and found.end() <= span[1]]
            assert len(held) == 1, found


# The case alone.


def test_every_value_agrees_with_its_quote(case: dict[str, Any]) -> None:
    tests = agreements(case)
    cited_values = evidence(case)
    assert len(cited_values) > 300
    for cited in cited_values:
        keys = (cited.where, cited.kind, cited.kind.rpartition(".")[2])
        agrees = next((tests[key] for key in keys if key in tests), None)
        assert agrees is not None, f"no comparison for {cited.where}"
        assert agrees(cited), cited


def test_every_value_in_the_text_cites_its_passage(case: dict[str, Any]) -> None:
    for where, entity in entities(case):
        cited = entity.get("evidence", {})
        assert cited, where
        for name in entity.keys() - cited.keys() - {"evidence"}:
            kind = re.sub(r"\[\d+\]", "", f"{where}.{name}")
            assert {name, kind, f"{where}.{name}"} & (READER | BUNDLES), f"{where}.{name}"


def test_the_amounts_in_the_order_of_the_act(case: dict[str, Any]) -> None:
    printed = {
        cited.span: printed_cents(cited.quote)
        for cited in evidence(case)
        if cited.quote.endswith("€")
    }
    assert [printed[span] for span in sorted(printed)] == [euros * 100 for euros in AMOUNTS]


def test_how_many_of_each(case: dict[str, Any]) -> None:
    counted = {name: len(held) for name, held in case.items() if isinstance(held, list)}
    assert counted == {
        "documents": 1,
        "policies": 1,
        "citations": 2,
        "beneficiaries": 8,
        "rolls": 4,
        "mentions": 68,
        "measures": 4,
        "lines": 24,
        "actions": 14,
        "results": 25,
        "targets": 12,
        "count_phrases": 6,
        "summary": 8,
        "totals": 3,
        "awards": 8,
        "agreements": 1,
        "charges": 1,
        "articles": 4,
        "members": 13,
        "non_participants": 13,
        "acronyms": 16,
        "scheme_mentions": 4,
        "slips": 16,
        "procurement_signs": 3,
        "economic_signs": 3,
        "regranting": 1,
        "whole": 4,
    }


def test_identifiers_are_distinct_and_references_lead_somewhere(case: dict[str, Any]) -> None:
    known: dict[str, list[str]] = {}
    for where, entity in entities(case):
        if "id" in entity:
            known.setdefault(re.sub(r"\[\d+\]", "", where), []).append(entity["id"])
    for kind, identifiers in known.items():
        assert len(set(identifiers)) == len(identifiers), kind
    homes = {"beneficiary": "beneficiaries", "measure": "measures", "roll": "rolls"}
    homes |= {"member": "members", "line": "lines"}
    for where, entity in entities(case):
        for held in (entity, entity.get("counts", {})):
            for name, home in homes.items():
                if held.get(name) is not None:
                    assert held[name] in known[home], f"{where}.{name}"


def test_the_lines_are_the_table_of_beneficiaries_and_measures(case: dict[str, Any]) -> None:
    held = {
        (line["beneficiary"], line["measure"]): parse_euros(line["amount"])
        for line in case["lines"]
    }
    assert all(line["id"] == f"{line['measure']}-{line['beneficiary']}" for line in case["lines"])
    assert held == {
        (who, measure): euros * 100
        for who, (row, _) in FIGURES.items()
        for measure, euros in zip(MEASURES, row, strict=True)
        if euros is not None
    }
    implied = [line for line in case["lines"] if line.get("implied")]
    assert [line["measure"] for line in implied] == ["local-actions"] * 8
    for measure, euros in MEASURES.items():
        assert sum(held[key] for key in held if key[1] == measure) == euros * 100
    assert sum(held.values()) == TOTAL * 100


@pytest.mark.parametrize("part", ["lines", "summary", "awards"])
def test_an_amount_stands_just_before_its_beneficiary(case: dict[str, Any], part: str) -> None:
    for line in case[part]:
        if not line.get("implied"):
            cited = line["evidence"]
            between = cited["beneficiary"]["span"][0] - cited["amount"]["span"][1]
            assert 0 < between < len(" à l'association _"), line["id"]


@pytest.mark.parametrize("part", ["summary", "awards"])
def test_the_totals_of_beneficiaries(case: dict[str, Any], part: str) -> None:
    held = {line["beneficiary"]: parse_euros(line["amount"]) for line in case[part]}
    assert held == {who: total * 100 for who, (_, total) in FIGURES.items()}
    for row, total in FIGURES.values():
        assert sum(euros for euros in row if euros is not None) == total


def test_the_grand_totals(case: dict[str, Any]) -> None:
    held = [(total["of"], total["amount"], total.get("tax_label")) for total in case["totals"]]
    assert held == [
        ("recital", "872100.00", None),
        ("operative", "872100.00", None),
        ("charged", "872100.00", "TTC"),
    ]


def test_the_breakdowns(case: dict[str, Any]) -> None:
    parts = {
        line["id"]: [part.get("amount") for part in line["components"]]
        for line in case["lines"]
        if "components" in line
    }
    assert parts == {
        "metropolitan-coordination-lille-avenirs": ["20000.00", "30000.00"],
        "social-clauses-lille-avenirs": [None, None],
        "social-clauses-mie-roubaisis": [None, None],
    }


def test_the_posts_and_the_reasons(case: dict[str, Any]) -> None:
    clauses = [line for line in case["lines"] if line["measure"] == "social-clauses"]
    bundles = {"lille-avenirs", "mie-roubaisis"}
    for line in clauses:
        who = line["beneficiary"]
        assert line["units"] == (2 if who == "lys-tourcoing" else 1)
        bundled = " et coordinateur" if who in bundles else ""
        assert line["post"] == f"facilitateur{bundled}"
    assert {line["id"] for line in case["lines"] if "reason" in line} == {
        "social-clauses-lys-tourcoing",
        "entrepreneurship-mie-roubaisis",
    }
    changes = {
        line["id"]: line["announced_change"] for line in case["lines"] if "announced_change" in line
    }
    assert changes == {"entrepreneurship-mie-roubaisis": "15000.00"}


def test_every_roll_names_every_beneficiary_once(case: dict[str, Any]) -> None:
    for roll in case["rolls"]:
        named = [
            mention["beneficiary"]
            for mention in case["mentions"]
            if mention.get("roll") == roll["id"]
        ]
        assert sorted(named) == sorted(FIGURES), roll


def test_the_mentions_follow_the_parts_of_the_act(case: dict[str, Any]) -> None:
    mentions = case["mentions"]
    assert [mention["id"] for mention in mentions] == [f"m{n:02d}" for n in range(1, 69)]
    parts = groupby(mention["section"] for mention in mentions)
    assert [(part, len(list(held))) for part, held in parts] == [
        *(("title", 1), ("results", 9), ("recital", 10), ("description", 11)),
        *(("amounts", 9), ("description", 2), ("amounts", 7)),
        *(("summary", 10), ("operative", 9)),
    ]
    assert Counter(mention["form"] for mention in mentions) == {
        "full": 61,
        "acronym": 4,
        "legal": 3,
    }
    others = {mention["surface"] for mention in mentions if mention["form"] != "full"}
    assert {name.split()[0] for name in others} == {"MIE", "Alliance", "Association"}


def test_the_names_that_differ(case: dict[str, Any]) -> None:
    official = {who["id"]: who["name"] for who in case["beneficiaries"]}
    others: dict[str, list[str]] = {}
    for mention in case["mentions"]:
        surface, who = mention["surface"], mention["beneficiary"]
        same = mention["form"] in {"acronym", "legal"} or mention["section"] == "title"
        if not same and surface != official[who]:
            others.setdefault(who, []).append(surface)
    assert others == {
        "lys-tourcoing": ["Mission Emploi Lys Tourcoing"] * 2,
        "gip-agire": ["GIP Agire Val du Marque"],
    }


def test_seven_associations_and_seven_houses(case: dict[str, Any]) -> None:
    forms = {who["id"]: who["legal_form"] for who in case["beneficiaries"]}
    assert forms == {who: "gip" if who == "gip-agire" else "association" for who in FIGURES}
    groups = {who["id"]: who.get("groups", []) for who in case["beneficiaries"]}
    assert groups == {who: [] if who == "aefvlfi" else ["maisons-de-l-emploi"] for who in FIGURES}


def test_what_the_numbers_in_words_count(case: dict[str, Any]) -> None:
    houses = {"of": "group", "group": "maisons-de-l-emploi"}
    coordination = {"measure": "metropolitan-coordination"}
    assert [(phrase["value"], phrase["counts"]) for phrase in case["count_phrases"]] == [
        (7, houses),
        (3, {"of": "measure"} | coordination),
        (2, {"of": "actions", "beneficiary": "lille-avenirs"} | coordination),
        (2, {"of": "posts", "line": "social-clauses-lys-tourcoing"}),
        (7, houses),
        (8, {"of": "awards"}),
    ]


def test_the_labels_of_actions(case: dict[str, Any]) -> None:
    measures = dict(zip(MEASURES, "1234", strict=True))
    described = [label for label in case["actions"] if label["section"] == "description"]
    funded = [label for label in case["actions"] if label["section"] == "amounts"]
    assert case["actions"] == described + funded
    assert [(measures[label["measure"]], label["beneficiary"]) for label in described] == [
        *(("1", "alpes"), ("1", "gip-agire")),
        *(("2", "alpes"), ("2", "lille-avenirs"), ("2", "lille-avenirs")),
    ]
    assert [(measures[label["measure"]], label["beneficiary"]) for label in funded] == [
        *(("2", "lys-tourcoing"), ("2", "alpes"), ("2", "lille-avenirs"), ("2", "lille-avenirs")),
        *(("4", "adelie"), ("4", "impulsions"), ("4", "alpes")),
        *(("4", "mie-roubaisis"), ("4", "lille-avenirs")),
    ]
    assert [label.get("priced", False) for label in case["actions"]] == [False] * 5 + [True] * 9
    full = next(label["text"] for label in described if label["id"] == "described-mobilite")
    assert {label["text"]: label["short_of"] for label in funded if "short_of" in label} == {
        "dispositif mobilité": full
    }


def test_a_figure_follows_the_name_of_its_beneficiary(case: dict[str, Any]) -> None:
    mentions = [
        (mention["evidence"]["surface"]["span"][1], mention["beneficiary"])
        for mention in case["mentions"]
    ]
    for figure in case["results"] + case["targets"]:
        at = figure["evidence"]["value"]["span"][0]
        last = [who for end, who in mentions if end <= at][-1]
        assert figure["beneficiary"] in {last, None}, figure["id"]
    for part in ("results", "targets"):
        spans = [figure["evidence"]["value"]["span"] for figure in case[part]]
        assert spans == sorted(spans)
    measures = [figure["measure"] for figure in case["results"]]
    assert measures == [
        *(["local-actions"] * 18 + ["metropolitan-coordination"] * 3),
        *(["entrepreneurship"] + ["social-clauses"] * 3),
    ]
    assert {figure["measure"] for figure in case["targets"]} == {"local-actions"}


def test_what_no_passage_says(case: dict[str, Any]) -> None:
    assert case["body"]["name"] == "Métropole européenne de Lille"
    assert case["act"]["budget_vote"] is False
    assert case["policies"] == ["mel/maisons-de-l-emploi"]


def test_the_vote_and_those_who_took_no_part(case: dict[str, Any]) -> None:
    assert (case["vote"]["result"], case["vote"]["unanimous"]) == ("adopted", True)
    absent = [entry["member"] for entry in case["non_participants"]]
    assert absent == [member["id"] for member in case["members"]]
    assert len(set(absent)) == 13
    for unknown in ("sitting", "participants", "interests", "grants", "aid", "open"):
        assert unknown not in case
    read_for = ["economic_signs", "procurement_signs", "regranting", "slips"]
    assert case["whole"] == read_for
