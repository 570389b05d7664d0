package org.stepwell.platform.consent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.consent.Decision.Denied;
import org.stepwell.platform.consent.Decision.Permitted;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.IdempotentRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * The one way out for what is known about a patient: every door that lets data out asks here, in the transaction of what
 * it does. Each answer, yes or no, stands in the patient's ledger.
 */
@Singleton
public class Disclosures {

    private static final Logger LOG = Logger.getLogger(Disclosures.class);

    private final ConsentRegister register;
    private final Outbox outbox;
    private final Clock clock;
    private final IdempotentRequest request;
    private final LedgerEntries entries;
    private final Caller caller;

    Disclosures(
            ConsentRegister register,
            Outbox outbox,
            Clock clock,
            IdempotentRequest request,
            LedgerEntries entries,
            Caller caller) {
        this.register = register;
        this.outbox = outbox;
        this.clock = clock;
        this.request = request;
        this.entries = entries;
        this.caller = caller;
    }

    // A consent may be revoked between a request and its repetition: what is disclosed is decided anew each time.

    /**
     * May this be disclosed? Otherwise a refusal: 403 where no consent opens it, 503 where this service can not know.
     *
     * @param told who is told, in words; needed where the consent names a class of recipients
     */
    public Permit permit(Ask ask, DisclosureMade.Channel channel, Told told) {
        return permit(ask, channel, told, ofOne(ask, register::openings));
    }

    /**
     * The same by one consent alone: what rests on it does not come alive again by another that opens as much.
     *
     * @param by is asked once the patient's consents can not change any more
     */
    public Permit permitBy(Supplier<ConsentId> by, Ask ask, DisclosureMade.Channel channel, Told told) {
        return permit(ask, channel, told, ofOneBy(by, ask, register::openings));
    }

    private Permit permit(Ask ask, DisclosureMade.Channel channel, Told told, Optional<List<Opening>> known) {
        request.decidedAnew();
        var opening = opening(ask, channel, told, known);
        var made = entries.permitted(ask, channel, DisclosureBasis.CONSENT, opening.consent(), told);
        return Permit.of(made.disclosure(), ask, opening, made.at());
    }

    private Opening opening(Ask ask, DisclosureMade.Channel channel, Told told, Optional<List<Opening>> known) {
        mustBeSaid(ask);
        return switch (decide(ask, known)) {
            case Permitted(var opening) -> {
                mustBeNamed(opening, ask, told);
                yield opening;
            }
            case Denied(var rule, var detail) -> {
                var refusal = new Refusal(rule, detail);
                throw entries.denied(ask, channel, DisclosureBasis.CONSENT, null, told, refusal);
            }
        };
    }

    /**
     * What is to leave later is refused as {@link #permit} refuses it, where no consent opens it now. It leaves by a permit of
     * its own, so that a yes stands in no ledger.
     *
     * @return the consent that opens it
     */
    public ConsentId mustBeOpen(Ask ask, DisclosureMade.Channel channel, Told told) {
        return opening(ask, channel, told, ofOne(ask, register::openingsNow)).consent();
    }

    /** The same by one consent alone, as {@link #permitBy}. */
    public void mustBeOpenBy(Supplier<ConsentId> by, Ask ask, DisclosureMade.Channel channel, Told told) {
        opening(ask, channel, told, ofOneBy(by, ask, register::openingsNow));
    }

    /** Work that is due and goes on after a no: the no stands in the ledger all the same. */
    public void stands(DisclosureDenied denied) {
        outbox.append(denied.asked());
    }

    /**
     * The same for an answer that says less where no consent opens more. Nobody asked for the rest, so that a no is in no
     * ledger: a recipient who looks each hour whether there is news would fill it.
     */
    public Optional<Permit> ifPermitted(Ask ask, DisclosureMade.Channel channel, Told told) {
        return decide(ask, ofOne(ask, register::openings)) instanceof Permitted
                ? Optional.of(permit(ask, channel, told))
                : Optional.empty();
    }

    /**
     * The same for many patients, each asked for once: whoever may not be told of is left out and the others go on. Their
     * consents can not change until the transaction ends, so this comes late in it.
     *
     * @return those who may be told of; the ledger of each says that it was asked
     */
    public Map<PatientId, Permit> permitEach(Collection<Ask> asks, DisclosureMade.Channel channel, Told told) {
        var known = register.openings(asks.stream().map(Ask::patient).toList());
        var permits = new HashMap<PatientId, Permit>();
        for (var ask : asks) {
            try {
                permits.put(ask.patient(), permit(ask, channel, told, of(ask, known)));
            } catch (DisclosureDenied denied) {
                stands(denied);
            }
        }
        return permits;
    }

    /** Whether this would be permitted now. Nothing is disclosed by the answer, so nothing stands in the ledger. */
    public Outlook outlook(Ask ask) {
        return outlook(ask, ofOne(ask, register::openingsNow));
    }

    /** The same by one consent alone, as {@link #permitBy}. */
    public Outlook outlookBy(Supplier<ConsentId> by, Ask ask) {
        return outlook(ask, ofOneBy(by, ask, register::openingsNow));
    }

    /** The same for many. */
    public Map<Ask, Outlook> outlooks(Collection<Ask> asks) {
        var known =
                register.openingsNow(asks.stream().map(Ask::patient).distinct().toList());
        return asks.stream().distinct().collect(Collectors.toMap(ask -> ask, ask -> outlook(ask, of(ask, known))));
    }

    private Outlook outlook(Ask ask, Optional<List<Opening>> known) {
        return switch (decide(ask, known)) {
            case Permitted _ -> Outlook.OPEN;
            case Denied(var rule, var _) ->
                rule == DisclosureRule.CONSENT_NOT_KNOWN ? Outlook.NOT_KNOWN : Outlook.CLOSED;
        };
    }

    private static Optional<List<Opening>> ofOne(
            Ask ask, Function<List<PatientId>, Map<PatientId, Optional<List<Opening>>>> register) {
        return of(ask, register.apply(List.of(ask.patient())));
    }

    private static Optional<List<Opening>> ofOneBy(
            Supplier<ConsentId> by,
            Ask ask,
            Function<List<PatientId>, Map<PatientId, Optional<List<Opening>>>> register) {
        var known = ofOne(ask, register);
        var consent = by.get();
        return known.map(openings -> openings.stream()
                .filter(opening -> opening.consent().equals(consent))
                .toList());
    }

    private static Optional<List<Opening>> of(Ask ask, Map<PatientId, Optional<List<Opening>>> known) {
        return known.getOrDefault(ask.patient(), Optional.empty());
    }

    /** Our own mistake, and so it is in the log; nothing leaves by it. */
    private void mustBeSaid(Ask ask) {
        if (!caller.saysItLetsOut(ask.categories())) {
            LOG.errorf("an operation asks to let out %s, and its @Discloses does not say so", ask.categories());
            throw new Refusal(
                    DisclosureRule.LETS_OUT_WHAT_IT_SAYS,
                    "It would let out %s, and does not say so. Tell us.".formatted(ask.categories()));
        }
    }

    private static void mustBeNamed(Opening opening, Ask ask, Told told) {
        if (!opening.names(ask.recipient()) && !told.named()) {
            throw new Refusal(
                    DisclosureRule.RECIPIENT_NAMED,
                    "The consent opens it to a %s, whoever it is. Say who it is this time."
                            .formatted(ask.recipient().kind()),
                    List.of(new FieldError("/told/name", "who is told: a name, and where they are")));
        }
    }

    /**
     * May this be disclosed by another right than a consent? Whoever keeps the record it rests on decides, and refuses if
     * it does not open this.
     *
     * @param authority the break-glass, agreement or order
     * @param mustOpen refuses what the authority does not open
     * @return the entry in the patient's ledger
     */
    public DisclosureMade withoutConsent(
            Ask ask, DisclosureMade.Channel channel, DisclosureBasis basis, Id authority, Runnable mustOpen) {
        request.decidedAnew();
        mustBeSaid(ask);
        try {
            mustOpen.run();
        } catch (Refusal refusal) {
            throw entries.denied(ask, channel, basis, authority, LedgerEntries.NOBODY, refusal);
        }
        return entries.permitted(ask, channel, basis, authority, LedgerEntries.NOBODY);
    }

    /**
     * The same for one of many patients, where whoever may not be told of is left out and the others go on.
     *
     * @return whether it is disclosed; either way the patient's ledger says that it was asked
     */
    public boolean opensWithoutConsent(
            Ask ask, DisclosureMade.Channel channel, DisclosureBasis basis, Id authority, Runnable mustOpen) {
        try {
            withoutConsent(ask, channel, basis, authority, mustOpen);
            return true;
        } catch (DisclosureDenied denied) {
            stands(denied);
            return false;
        }
    }

    private Decision decide(Ask ask, Optional<List<Opening>> known) {
        return known.map(openings -> Decision.of(openings, ask, clock.instant()))
                .orElseGet(() -> new Denied(
                        DisclosureRule.CONSENT_NOT_KNOWN,
                        "This service has not heard the consent register lately. Try again in a moment."));
    }
}
