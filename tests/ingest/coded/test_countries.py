"""Countries by what tables write for them."""

from __future__ import annotations

import pytest

from whosays.ingest.coded.countries import country_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Syria", "SY"),
        ("SYRIA", "SY"),
        ("760", "SY"),
        ("004", "AF"),
        ("4", "AF"),
        ("SYR", "SY"),
        ("ua", "UA"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("DR Congo (Zaire)", "CD"),
        ("Democratic Republic of Congo", "CD"),
        ("Republic of Congo", "CG"),
        ("Congo", "CG"),
        ("Yemen (North Yemen)", "YE"),
        ("Russia (Soviet Union)", "RU"),
        ("Myanmar (Burma)", "MM"),
        ("Cambodia (Kampuchea)", "KH"),
        ("Bosnia-Herzegovina", "BA"),
        ("Serbia (Yugoslavia)", "RS"),
        ("Macedonia, FYR", "MK"),
        ("Kingdom of eSwatini (Swaziland)", "SZ"),
        ("Madagascar (Malagasy)", "MG"),
        ("Zimbabwe (Rhodesia)", "ZW"),
        ("Vietnam (North Vietnam)", "VN"),
        ("United States of America", "US"),
        ("Palestine", "PS"),
        ("Turkey", "TR"),
        ("Kosovo", "XK"),
        ("0", "XK"),  # ISO has no number for it, ACLED writes 0
        ("Exland", None),
        ("", None),
        ("()", None),
    ],
)
def test_what_tables_write(written: str, code: str | None) -> None:
    assert country_code(written) == code
