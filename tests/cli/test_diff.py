"""`diff` as a user types it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.running import REFERENCE, run, typed


def redrafted(folder: Path) -> Path:
    """The reference act with one award raised by a thousand euros."""
    case = json.loads(REFERENCE.read_text(encoding="utf-8"))
    case["awards"][0]["amount"] = "178100.00"
    path = folder / "draft-2.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


def test_same_file_twice() -> None:
    done = run("diff", REFERENCE, REFERENCE)

    assert done.exit_code == 0
    assert done.stdout.endswith("\nDifferences: none.\n")


def test_redrafted_act(tmp_path: Path) -> None:
    done = typed("diff", REFERENCE, redrafted(tmp_path), LC_ALL="fr_FR.UTF-8")
    text = done.stdout.decode().replace("\u00a0", " ")

    assert done.returncode == 1, done.stderr
    assert "attribution à Lille Avenirs  177 100,00 €  178 100,00 €  +1 000,00 €" in text
    assert "[ARI-01] Total du dispositif égal à la somme des attributions" in text
    assert text.splitlines()[-1].startswith("Différences : 1 montant, ")


def test_two_dates_of_the_law() -> None:
    done = run(
        "diff", "--as-of", "2023-12-31", "--as-of", "2024-01-01", "--format", "json", REFERENCE
    )
    found = json.loads(done.stdout)

    assert done.exit_code == 1
    assert [found[side]["law_date"] for side in ("old", "new")] == ["2023-12-31", "2024-01-01"]
    ceiling = {each["name"]: each for each in found["law"]}["law.de_minimis_ceiling"]
    assert (ceiling["old"], ceiling["new"]) == ("€200,000.00", "€300,000.00")
    assert not found["amounts"]


def test_references_of_the_law_are_not_torn_at_the_ends_of_lines() -> None:
    done = run("diff", "--as-of", "2023-12-31", "--as-of", "2026-01-01", "--lang", "fr", REFERENCE)

    assert "n°\u00a01407/2013" in done.stdout
    assert "art.\u00a0L.\u00a05217-10-14" in done.stdout
    assert not re.search(r"(?:n°|\bart\.|\b[LRD]\.)[ \n]", done.stdout)


def test_bad_usage_and_bad_files(tmp_path: Path) -> None:
    alone = run("diff", REFERENCE)
    thrice = run("diff", *["--as-of", "2024-01-01"] * 3, REFERENCE, REFERENCE)
    absent = run("diff", REFERENCE, tmp_path / "absent.json")
    many = run("diff", REFERENCE, "--number", "1", "--number", "7")

    assert {each.exit_code for each in (alone, thrice, absent, many)} == {2}
    assert "diff compares two acts" in alone.stderr
    assert "--as-of is given 3 times" in thrice.stderr
    assert "absent.json" in absent.stderr
    assert "There is no deliberation '7'; there are 24-B-0045." in many.stderr


def test_documents(tmp_path: Path) -> None:
    lines = [
        "Commune d'Exemple",
        "Délibération n° 2024-031 du 4 mars 2024",
        "Le conseil municipal décide d'attribuer une subvention de 1 500 € à l'association Arc.",
    ]
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("\n\n".join(lines), encoding="utf-8")
    second.write_text("\n\n".join(lines).replace("1 500", "1 800"), encoding="utf-8")
    done = run("diff", "--stage", "draft", first, second)

    assert done.exit_code == 1
    assert "€1,500.00" in done.stdout
    assert "+€300.00" in done.stdout
