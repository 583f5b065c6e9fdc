"""Amounts: hostile forms, readings side by side, nothing lost, nothing invented."""

from __future__ import annotations

import re

import pytest

from checker.extraction.mentions.money import Money, bare_numbers, find_money
from checker.money import MAXIMUM, print_euros
from tests.test_reference_case import ACT, AMOUNTS

HOSTILE = (
    ("une aide de 40\u00a0000\u00a0€", "40000.00"),
    ("une aide de 40\u202f000\u202f€", "40000.00"),
    ("une aide de 40\u2009000 €", "40000.00"),
    ("une aide de 40000€", "40000.00"),
    ("une aide de 1 234 567,89 €", "1234567.89"),
    ("une aide de 12.500,00 €", "12500.00"),
    ("une aide de 1.234.567 €", "1234567.00"),
    ("une aide de 12'500 €", "12500.00"),
    ("une aide de 12’500,50 €", "12500.50"),
    ("une aide de 12,500.00 €", "12500.00"),
    ("une aide de 12 500.00 €", "12500.00"),
    ("une aide de 12 500,- €", "12500.00"),
    ("une aide de 12 500,5 €", "12500.50"),
    ("une aide de 40 k€", "40000.00"),
    ("une aide de 12,5 K€", "12500.00"),
    ("une aide de 1,2 M€", "1200000.00"),
    ("une aide de 2,5 millions d’euros", "2500000.00"),
    ("une aide de 40 mille euros", "40000.00"),
    ("une aide de 2 millions 500 mille euros", "2500000.00"),
    ("une aide de quarante mille euros", "40000.00"),
    ("une aide de QUINZE MILLE CINQ CENTS EUROS", "15500.00"),
    ("une aide de quinze mille euros et cinquante centimes", "15000.50"),
    ("une aide de quarante-\nhuit mille euros", "48000.00"),
    ("une aide de 15\n000€ au titre", "15000.00"),
    ("une aide de 872 \n   100 € au titre", "872100.00"),
    ("une aide de 2 500 EUR", "2500.00"),
    ("une aide de EUR 2 500", "2500.00"),
    ("une aide de 12€50", "12.50"),
    ("une aide de 12 euros 50 centimes", "12.50"),
    ("une aide de 12 euros et 50 cents", "12.50"),
    ("une aide de 40 000 (quarante mille) euros", "40000.00"),
    ("une aide de 600 €uros", "600.00"),
    ("une aide ............ 600 €", "600.00"),
)


@pytest.mark.parametrize(("text", "euros"), HOSTILE)
def test_hostile_form_is_read(text: str, euros: str) -> None:
    (money,) = find_money(text)

    assert money.cents is not None
    assert print_euros(money.cents) == euros
    assert text[money.start : money.end] in text
    assert not text[money.start].isspace()


def test_hostile_forms_are_more_than_were_measured() -> None:
    assert len(HOSTILE) >= 27


@pytest.mark.skipif(not ACT.exists(), reason=f"{ACT} is not here")
def test_reference_act_has_its_amounts_in_order() -> None:
    text = ACT.read_text(encoding="utf-8")
    found = find_money(text)

    assert [money.cents for money in found] == [amount * 100 for amount in AMOUNTS]
    assert all(money.sure for money in found)
    assert [money.tax for money in found if money.tax] == ["TTC"]
    # « 40 000 € pour chaque entité »
    assert [money.per for money in found if money.per] == ["entité"]
    assert all(text[money.end - 1] == "€" for money in found)


@pytest.mark.skipif(not ACT.exists(), reason=f"{ACT} is not here")
def test_reference_act_with_its_amounts_torn_over_lines() -> None:
    text = re.sub(r"(\d) (\d{3} ?€)", "\\1 \n\\2", ACT.read_text(encoding="utf-8"))
    found = find_money(text)
    either = [{money.cents, *money.alternatives} for money in found]

    assert all(amount * 100 in read for amount, read in zip(AMOUNTS, either, strict=True))
    assert not any(money.sure for money in found)


@pytest.mark.parametrize(
    ("text", "euros", "flag"),
    [
        ("12.500 €", ["12500.00", "12.50"], "separator"),
        ("12,500 €", ["12.50", "12500.00"], "separator"),
        ("pour le lot 3 500 €", ["3500.00", "500.00"], "label"),
        ("de 872\n100 € au titre", ["872100.00", "100.00"], "line_break"),
        ("580\n177 100 €", ["177100.00", "580177100.00"], "neighbour"),
        ("de 12  500 €", ["500.00", "12500.00"], "neighbour"),
        ("de 12 50 €", ["50.00", "1250.00"], "neighbour"),
        ("compte 1234 500 €", ["500.00", "1234500.00"], "neighbour"),
        ("12 euros 50 par enfant", ["12.50", "12.00"], "cents_after"),
        ("II.2 500 €", ["2500.00", "500.00"], "label"),
        ("au 31/12 500 €", ["12500.00", "500.00"], "label"),
        ("au 31/12\n561 €", ["561.00", "12561.00"], "neighbour"),
        ("12 € 50.", ["12.00", "12.50"], "cents_after"),
        ("ADELIE -15 000 € en 2024", ["-15000.00", "15000.00"], "minus"),
        ("40 000 (trente mille) euros", ["40000.00", "30000.00"], "contradicted"),
    ],
)
def test_readings_stand_side_by_side(text: str, euros: list[str], flag: str) -> None:
    (money,) = find_money(text)

    assert [print_euros(cents) for cents in money.alternatives] == euros
    assert money.cents == money.alternatives[0]
    assert flag in money.flags
    assert not money.sure


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("15 0O0 €", "unreadable"),
        ("1O 500 €", "unreadable"),
        ("l5 000 €", "unreadable"),
        ("15 00O €", "no_number"),
        ("000 €", "unreadable"),
        ("1\ufffd 500 €", "unreadable"),
        ("soit \ufffd 500 €", "unreadable"),
        ("15,000.5 €", "unreadable"),
        (",50 €", "unreadable"),
        ("15 . 000 €", "unreadable"),
        ("15 00 €", "unreadable"),
        ("12 345 678 901 €", "too_large"),
        ("des milliers d'euros", "no_number"),
        ("…………… €", "no_number"),
        ("montants en k€", "unit"),
        ("Subvention (€)", "unit"),
        ("(en milliers d'euros)", "unit"),
        ("0,125 € le kilowattheure", "fraction"),
        ("deux virgule cinq millions d'euros", "unreadable"),
        ("3 cent mille euros", "unreadable"),
        ("99 999 999 999 999 999 €", "unreadable"),
        ("999 999 M€", "too_large"),
    ],
)
def test_sign_without_a_readable_number_is_given_without_value(text: str, flag: str) -> None:
    (money,) = find_money(text)

    assert money.cents is None
    assert flag in money.flags
    assert not money.sure


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("en 2024 15 000 €", "15000.00"),
        ("- 15 000 € à ADELIE", "15000.00"),
        ("-15 000 € à ADELIE", "15000.00"),
        ("– 15 000 € à ADELIE", "15000.00"),
        ("suivante :\n\ufffd 15 000 € à ADELIE", "15000.00"),
        ("ADELIE : 15 000 €", "15000.00"),
        ("(20 000 €)", "20000.00"),
        ("chapitre 65748 15 000 €", "15000.00"),
        ("un total\n\n 177 100 €", "177100.00"),
        ("2010\n\n500 €", "500.00"),
        ("10 structures\n500 €", "500.00"),
        ("à l'euro symbolique", "1.00"),
        ("0,50 €", "0.50"),
        ("0 €", "0.00"),
        ("du 01/08/09 au 31/07/09\n561,04 € annuels", "561.04"),
        ("Clément\tF\t500 €\n76\tComité", "500.00"),
    ],
)
def test_what_stands_near_does_not_change_the_amount(text: str, euros: str) -> None:
    (money,) = find_money(text)

    assert money.sure
    assert money.cents is not None
    assert print_euros(money.cents) == euros


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("de 10 000 à 15 000 €", ["10000.00", "15000.00"]),
        ("entre 10 000 et 15 000 euros", ["10000.00", "15000.00"]),
        ("entre dix mille et quinze mille euros", ["10000.00", "15000.00"]),
        ("10 000 ou 15 000 €", ["10000.00", "15000.00"]),
        ("10 000 - 15 000 €", ["10000.00", "15000.00"]),
        ("3 à 5 k€", ["3000.00", "5000.00"]),
        ("10 000 € à 15 000 €", ["10000.00", "15000.00"]),
        ("ADELIE 10 et 15 000 €", ["15000.00"]),
        ("de 2023 à 15 000 €", ["15000.00"]),
    ],
)
def test_both_ends_of_a_range_are_given(text: str, ends: list[str]) -> None:
    assert [print_euros(money.cents or 0) for money in find_money(text)] == ends


def test_low_end_that_may_be_in_thousands_has_both_readings() -> None:
    low, high = find_money("de 3 à 5 000 €")

    assert low.alternatives == (300, 300_000)
    assert (high.cents, high.alternatives) == (500_000, ())
    assert find_money("cinq à six mille euros")[0].alternatives == (500, 500_000)


@pytest.mark.parametrize(
    ("text", "tax", "per"),
    [
        ("15 000 € TTC", "TTC", None),
        ("15 000 € (T.T.C.)", "TTC", None),
        ("15 000 € toutes taxes comprises", "TTC", None),
        ("15 000 euros hors taxes", "HT", None),
        ("15 000 € H.T. par an", "HT", "an"),
        ("2 € par habitant", None, "habitant"),
        ("2 €/m²", None, "m²"),
        ("12,50 € l'heure", None, "heure"),
        ("500 € pour chaque projet", None, "projet"),
        ("500 € chacune", None, "chacun"),
        ("15 000€ par rapport à 2023", None, None),
        ("15 000 € par délibération", None, None),
        ("15 000 € à HTM'Elles", None, None),
    ],
)
def test_tax_and_unit_that_follow(text: str, tax: str | None, per: str | None) -> None:
    (money,) = find_money(text)

    assert (money.tax, money.per) == (tax, per)


def test_words_and_figures_confirm_each_other() -> None:
    words, figures = find_money("quarante mille euros (40 000 €)")

    assert words.cents == figures.cents == 4_000_000
    assert "restated" in words.flags & figures.flags
    assert words.sure
    assert figures.sure


def test_words_choose_among_the_readings_of_figures() -> None:
    _, figures = find_money("douze mille cinq cents euros (12.500 €)")

    assert figures.cents == 1_250_000
    assert figures.sure


def test_words_and_figures_contradict_each_other() -> None:
    words, figures = find_money("quarante mille euros (14 000 €)")

    assert "contradicted" in words.flags & figures.flags
    assert not words.sure
    assert not figures.sure


def test_a_formula_is_asked_about() -> None:
    assert "formula" in find_money("(1,03*1925 hab)+15,24 €")[0].flags
    assert "formula" in find_money("3 x 500 €")[0].flags
    assert "formula" in find_money("500 € x 3")[0].flags


def test_no_sign_is_lost_in_a_row_of_amounts() -> None:
    text = "12 255,58 €     7 200,00 €          7 200,00 €\n 96,00 € € 12 €€"

    assert [money.cents for money in find_money(text)] == [
        *(1_225_558, 720_000, 720_000, 9_600),
        *(None, 1_200, None),
    ]


def test_words_that_are_no_amounts() -> None:
    assert find_money("la zone euro, l'Eurométropole, Euro 2016, MDE, européen") == ()


def test_bare_numbers_of_a_table() -> None:
    text = "ADELIE 12 500\nALPES 3 400,50\nTotal 15 900,50"

    assert [money.cents for money in bare_numbers(text)] == [1_250_000, 340_050, 1_590_050]
    assert all(money.flags == {"bare"} for money in bare_numbers(text))


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("2024", "year"),
        ("12 %", "percent"),
        ("n°12", "glued"),
        ("2012/129", "glued"),
        ("12.500", "separator"),
        ("-1 500,00", "minus"),
        ("000", "unreadable"),
    ],
)
def test_bare_number_says_what_else_it_could_be(text: str, flag: str) -> None:
    assert any(flag in money.flags for money in bare_numbers(text))


def test_bare_numbers_leave_out_amounts_and_ordinals() -> None:
    assert bare_numbers("la 2e chance, le 1er prix, 15 000 €, vingt euros") == ()


def test_a_list_of_numbers_is_not_joined_over_its_lines() -> None:
    found = bare_numbers("12 500\n3 400\n580\n100")

    assert [money.cents for money in found] == [1_250_000, 340_000, 58_000, 10_000]
    assert all(money.sure for money in found)


@pytest.mark.parametrize("sign", ["€", " €", " euros", " EUR", "\n€"])
@pytest.mark.parametrize("euros", [0, 1, 12, 999, 1_000, 40_000, 872_100, 1_234_567, 10**9])
def test_plain_amounts_of_every_size(euros: int, sign: str) -> None:
    for printed in (
        str(euros),
        f"{euros:,}".replace(",", " "),
        f"{euros:,}".replace(",", "\u202f"),
    ):
        (money,) = find_money(f"soit {printed}{sign} en tout")

        assert money == Money(5, 5 + len(printed) + len(sign), euros * 100)
        assert euros * 100 <= MAXIMUM
