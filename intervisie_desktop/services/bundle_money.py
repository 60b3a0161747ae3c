"""The part of the bundle that is about money: rates, invoices, payments, the books."""

# ruff: noqa: PLC0415

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.storage.store import Store

if TYPE_CHECKING:
    from intervisie_desktop.services.bank import BankService
    from intervisie_desktop.services.billing import BillingService
    from intervisie_desktop.services.concepts import ConceptsService
    from intervisie_desktop.services.hand_over import HandOverService
    from intervisie_desktop.services.invoices import InvoicesService
    from intervisie_desktop.services.payments import PaymentsService
    from intervisie_desktop.services.quotes import QuotesService
    from intervisie_desktop.services.rates import RatesService


class MoneyServices:
    """Use cases of rates, invoices and payments, each built when first asked for."""

    store: Store
    clock: Clock
    ids: Ids

    @cached_property
    def bank(self) -> BankService:
        """Bank files, and what their lines pay."""
        from intervisie_desktop.services.bank import BankService

        return BankService(self.store, self.clock, self.ids)

    @cached_property
    def billing(self) -> BillingService:
        """What is still to be billed."""
        from intervisie_desktop.services.billing import BillingService

        return BillingService(self.store, self.clock, self.ids)

    @cached_property
    def concepts(self) -> ConceptsService:
        """Invoices while they can still change."""
        from intervisie_desktop.services.concepts import ConceptsService

        return ConceptsService(self.store, self.clock, self.ids)

    @cached_property
    def hand_over(self) -> HandOverService:
        """What goes to the bookkeeper."""
        from intervisie_desktop.services.hand_over import HandOverService

        return HandOverService(self.store, self.clock)

    @cached_property
    def invoices(self) -> InvoicesService:
        """Issued invoices, and making concepts final."""
        from intervisie_desktop.host.paths import Paths
        from intervisie_desktop.services.invoices import InvoicesService

        return InvoicesService(
            self.store, self.clock, self.ids, documents=Paths.of_this_machine().documents
        )

    @cached_property
    def payments(self) -> PaymentsService:
        """What came in, and what it belongs to."""
        from intervisie_desktop.services.payments import PaymentsService

        return PaymentsService(self.store, self.clock, self.ids)

    @cached_property
    def quotes(self) -> QuotesService:
        """Offers."""
        from intervisie_desktop.services.quotes import QuotesService

        return QuotesService(self.store, self.clock, self.ids)

    @cached_property
    def rates(self) -> RatesService:
        """Rates, cancellation terms, settings for invoices."""
        from intervisie_desktop.services.rates import RatesService

        return RatesService(self.store, self.clock, self.ids)
