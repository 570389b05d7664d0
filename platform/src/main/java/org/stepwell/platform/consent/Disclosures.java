package org.stepwell.platform.consent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.consent.Decision.Denied;
import org.stepwell.platform.consent.Decision.Permitted;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.IdempotentRequest;
import org.stepwell.platform.time.WallClock;

/**
 * The one way out for what is known about a patient: every door that lets data out asks here, in the transaction of what
 * it does. Each answer, yes or no, stands in the patient's ledger.
 */
@Singleton
public class Disclosures {

    private final ConsentRegister register;
    private final Outbox outbox;
    private final Clock clock;
    private final WallClock wall;
    private final IdempotentRequest request;
    private final String service;

    Disclosures(
            ConsentRegister register,
            Outbox outbox,
            Clock clock,
            WallClock wall,
            IdempotentRequest request,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.register = register;
        this.outbox = outbox;
        this.clock = clock;
        this.wall = wall;
        this.request = request;
        this.service = service;
    }

    /**
     * May this be disclosed? Otherwise a refusal: 403 where no consent opens it, 503 where this service can not know.
     */
    public Permit permit(Ask ask, DisclosureMade.Channel channel) {
        request.decidedAnew(); // a consent may be revoked between a request and its repetition
        var disclosure = Uuid7.next();
        return switch (decide(ask)) {
            case Permitted(var opening) -> {
                var made = made(disclosure, ask, channel, opening.consent(), null);
                outbox.append(made);
                yield Permit.of(disclosure, ask, opening, made.at());
            }
            case Denied(var rule, var detail) ->
                throw new DisclosureDenied(rule, detail, made(disclosure, ask, channel, null, rule));
        };
    }

    /**
     * Tells the ledger of a disclosure that rests on no consent. Whether it may be made has been decided by whoever keeps
     * the record it rests on.
     *
     * @param authority the break-glass, agreement or order
     * @return the entry in the patient's ledger
     */
    public DisclosureMade withoutConsent(Ask ask, DisclosureMade.Channel channel, DisclosureBasis basis, Id authority) {
        request.decidedAnew();
        var made = new DisclosureMade(
                service,
                Uuid7.next(),
                ask.patient(),
                ask.recipient(),
                ask.purpose(),
                ask.categories().stream().sorted().toList(),
                channel,
                true,
                basis,
                null,
                authority.value(),
                null,
                null,
                wall.instant());
        outbox.append(made);
        return made;
    }

    private Decision decide(Ask ask) {
        return register.openings(ask.patient())
                .map(openings -> Decision.of(openings, ask, clock.instant()))
                .orElseGet(() -> new Denied(
                        DisclosureRule.CONSENT_NOT_KNOWN,
                        "This service has not heard the consent register lately. Try again in a moment."));
    }

    private DisclosureMade made(
            UUID disclosure,
            Ask ask,
            DisclosureMade.Channel channel,
            @Nullable ConsentId consent,
            @Nullable DisclosureRule refusal) {
        return new DisclosureMade(
                service,
                disclosure,
                ask.patient(),
                ask.recipient(),
                ask.purpose(),
                ask.categories().stream().sorted().toList(),
                channel,
                refusal == null,
                DisclosureBasis.CONSENT,
                consent,
                null,
                refusal == null ? null : refusal.slug(),
                refusal == null ? Notice.VERSION : null,
                wall.instant());
    }
}
