"""The agreement of a group (intervisiecontract) and who signed it when.

With the first signature its provisions are kept as they read then: what was signed does not change
when the texts of the practice do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Agreement, AgreementSignature
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.meeting.signed import composed, keep, let_go
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.storage.reads.groups import members_on
from intervisie_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class SignedAgreement:
    """An agreement with its signatures; `missing` are members of today who have not signed."""

    agreement: Agreement
    signatures: tuple[AgreementSignature, ...]
    missing: tuple[tuple[str, str], ...]


class AgreementsService:
    """Agreements and their signatures."""

    def __init__(
        self, store: Store, clock: Clock, ids: Ids, profiles: ProfilesService | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._profiles = profiles or ProfilesService(store)

    def of_group(self, group_id: str) -> tuple[SignedAgreement, ...]:
        """The agreements of a group, the newest first; `missing` holds (id, name)."""
        with self._store.reading() as read:
            members = members_on(read, group_id, self._clock.today())
            found = []
            for agreement in reversed(read.agreements.where(group_id=group_id)):
                signatures = tuple(read.agreement_signatures.where(agreement_id=agreement.id))
                signed = {signature.participant_id for signature in signatures}
                missing = tuple((m.id, m.name) for m in members if m.id not in signed)
                found.append(SignedAgreement(agreement, signatures, missing))
            return tuple(found)

    def add(self, agreement: Agreement) -> Outcome[Agreement]:
        """Adds an agreement under a new id; Refusal("gone"), ("day_in_future")."""
        added = replace(agreement, id=self._ids.new("ag"))
        self._check_day(added.agreed_on)
        with self._store.work("agreement_added", group=self._group_name(added.group_id)) as work:
            work.agreements.add(added)
        return work.outcome(added)

    def change(self, agreement: Agreement) -> Outcome[Agreement]:
        """Saves an agreement that nobody signed yet; Refusal("agreement_signed")."""
        self._check_day(agreement.agreed_on)
        group = self._group_name(agreement.group_id)
        with self._store.work("agreement_changed", group=group) as work:
            if work.agreement_signatures.count(agreement_id=agreement.id):
                raise Refusal("agreement_signed", group=group)
            work.agreements.save(agreement)
        return work.outcome(agreement)

    def remove(self, agreement_id: str) -> Outcome[None]:
        """Removes an agreement with its signatures."""
        with self._store.reading() as read:
            agreement = read.agreements.get(agreement_id)
        with self._store.work(
            "agreement_removed", group=self._group_name(agreement.group_id)
        ) as work:
            work.agreements.remove(agreement_id)
            let_go(work, agreement_id)
        return work.outcome(None)

    def sign(
        self,
        agreement_id: str,
        participant_ids: tuple[str, ...],
        signed_on: date,
        facilitator_id: str | None = None,
    ) -> Outcome[int]:
        """Records who signed on a day, in one step; who signed before keeps the first day.

        Gives how many were added. Refusal("gone"), ("day_in_future"), ("signed_before_agreed").
        """
        self._check_day(signed_on)
        with self._store.reading() as read:
            agreement = read.agreements.get(agreement_id)
        if signed_on < agreement.agreed_on:
            raise Refusal("signed_before_agreed", day=agreement.agreed_on.isoformat())
        group = self._group_name(agreement.group_id)
        profiles = self._profiles.all()
        with self._store.work("agreement_signed", group=group) as work:
            keep(work, agreement, composed(work, profiles, agreement))
            there = work.agreement_signatures.where(agreement_id=agreement_id)
            known = {s.participant_id or s.facilitator_id for s in there}
            who = [(p, None) for p in dict.fromkeys(participant_ids) if p not in known]
            leaders = [(None, facilitator_id)] if facilitator_id not in {None, *known} else []
            signatures = [
                AgreementSignature(
                    id=self._ids.new("sig"),
                    agreement_id=agreement_id,
                    signed_on=signed_on,
                    participant_id=participant,
                    facilitator_id=facilitator,
                )
                for participant, facilitator in (*who, *leaders)
            ]
            work.agreement_signatures.add_all(signatures)
        return work.outcome(len(signatures))

    def unsign(self, signature_id: str) -> Outcome[None]:
        """Takes back a signature that was a mistake."""
        with self._store.reading() as read:
            signature = read.agreement_signatures.get(signature_id)
            agreement = read.agreements.get(signature.agreement_id)
        with self._store.work(
            "agreement_unsigned", group=self._group_name(agreement.group_id)
        ) as work:
            work.agreement_signatures.remove(signature_id)
            if not work.agreement_signatures.count(agreement_id=agreement.id):
                let_go(work, agreement.id)
        return work.outcome(None)

    def _group_name(self, group_id: str) -> str:
        with self._store.reading() as read:
            return read.groups.get(group_id).name

    def _check_day(self, day: date) -> None:
        if day > self._clock.today():
            raise Refusal("day_in_future", day=day.isoformat())
