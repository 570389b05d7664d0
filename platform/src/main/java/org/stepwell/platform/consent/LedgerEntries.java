package org.stepwell.platform.consent;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.IdempotentRequest;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.time.WallClock;

/** What stands in a patient's ledger of each disclosure that was asked for, permitted or not (42 CFR 2.25). */
@Singleton
class LedgerEntries {

    /** Named by what the disclosure rests on. */
    static final Told NOBODY = new Told(null, null);

    private final Outbox outbox;
    private final WallClock wall;
    private final IdempotentRequest request;
    private final SealedJson sealed;
    private final String service;
    private final MeterRegistry metrics;

    /** What became of a disclosure that was asked for, as ops count it. */
    private enum Outcome {
        MADE,
        REFUSED,
        /** The service could not know what the patient's consents open. */
        NOT_KNOWN
    }

    LedgerEntries(
            Outbox outbox,
            WallClock wall,
            IdempotentRequest request,
            SealedJson sealed,
            @ConfigProperty(name = "quarkus.application.name") String service,
            MeterRegistry metrics) {
        this.outbox = outbox;
        this.wall = wall;
        this.request = request;
        this.sealed = sealed;
        this.service = service;
        this.metrics = metrics;
    }

    /** There from the first, so that an alert sees them grow. */
    void count(@Observes StartupEvent startup) {
        for (var outcome : Outcome.values()) {
            counted(outcome);
        }
    }

    private Counter counted(Outcome outcome) {
        return metrics.counter("stepwell.disclosures", "outcome", outcome.name());
    }

    /** Told once, also where the request is repeated because its answer was lost. */
    DisclosureMade permitted(Ask ask, DisclosureMade.Channel channel, DisclosureBasis basis, Id rests, Told told) {
        var entry = request.entry(
                "%s %s %s".formatted(ask.patient(), ask.recipient().kind(), rests));
        var made = made(entry.id(), ask, channel, basis, rests, told, null);
        if (!entry.again()) {
            outbox.append(made);
            counted(Outcome.MADE).increment();
        }
        return made;
    }

    /** The refusal with its entry, which is told when what was asked for is taken back. */
    DisclosureDenied denied(
            Ask ask, DisclosureMade.Channel channel, DisclosureBasis basis, @Nullable Id rests, Told told, Refusal no) {
        counted(no.rule() == DisclosureRule.CONSENT_NOT_KNOWN ? Outcome.NOT_KNOWN : Outcome.REFUSED)
                .increment();
        return new DisclosureDenied(no, made(Uuid7.next(), ask, channel, basis, rests, told, no));
    }

    private DisclosureMade made(
            UUID id,
            Ask ask,
            DisclosureMade.Channel channel,
            DisclosureBasis basis,
            @Nullable Id rests,
            Told told,
            @Nullable Refusal no) {
        boolean consented = basis == DisclosureBasis.CONSENT;
        return new DisclosureMade(
                service,
                id,
                ask.patient(),
                ask.recipient(),
                told.equals(NOBODY) ? null : sealed.seal(Told.PART, id, told),
                ask.purpose(),
                ask.categories().stream().sorted().toList(),
                channel,
                no == null,
                basis,
                rests instanceof ConsentId consent ? consent : null,
                consented || rests == null ? null : rests.value(),
                no == null ? null : no.rule().slug(),
                consented && no == null ? Notice.VERSION : null,
                wall.instant());
    }
}
