"""This file holds who pays for a package, who gains by it, and what would even that out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation that pays: what it pays, gains and could do alone.

    ``benefit`` is the gain in the areas it ``serves``, in points of value; ``alone`` is the most it
    could reach there from whole measures with the same money. ``shapley`` is what it brings about,
    in points: its mean contribution to what partners reach together; None when not computed.
    ``by_benefit`` and ``by_shapley`` are whole euros it would pay more (below 0: get back) so that
    all pay by what they gain, or gain by what they bring about.
    """

    organisation: str
    serves: tuple[str, ...]
    paid: int
    benefit: float
    share_of_cost: float
    share_of_benefit: float
    alone: float
    shapley: float | None
    by_benefit: int
    by_shapley: int | None

    @property
    def is_better_off(self) -> bool:
        """Whether the package brings it at least what it could reach alone."""
        return self.benefit >= self.alone - 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WhoPays:
    """Payers against those who gain, for one package.

    ``to_areas`` (partners, areas + 1) and ``to_groups`` (partners, groups + 1) are euros: each
    measure's cost to a payer, divided as the measure's gains are over areas, or over groups by
    their own weights; in the last column what gains nothing anywhere. Rows add up to what is paid.
    """

    alternatives: tuple[str, ...]
    partners: tuple[Partner, ...]
    areas: tuple[str, ...]
    groups: tuple[str, ...]
    to_areas: FloatArray
    to_groups: FloatArray

    def __post_init__(self) -> None:
        for name in ("to_areas", "to_groups"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def mismatch(self) -> float:
        """Share of the money (0 to 1) that would have to change payer for all to pay by gain.

        Formula: ``0.5 * sum over partners of |share of cost - share of benefit|``.
        """
        return 0.5 * sum(abs(p.share_of_cost - p.share_of_benefit) for p in self.partners)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per partner: paid, gained, shares, alone, and what would even it out."""
        import pandas as pd

        columns = [
            *("paid", "benefit", "share_of_cost", "share_of_benefit"),
            *("alone", "shapley", "by_benefit", "by_shapley"),
        ]
        rows = [[getattr(partner, name) for name in columns] for partner in self.partners]
        index = pd.Index([partner.organisation for partner in self.partners], name="payer")
        return pd.DataFrame(rows, columns=columns, index=index)
