package org.stepwell.aftercare.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.DisclosureRule;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Outlook;
import org.stepwell.platform.consent.Told;
import org.stepwell.platform.problem.Refusal;

/**
 * Who may be told something about a patient: whoever the patient named for it, as long as a consent that names them is in force.
 * It is asked each time anew, since a consent may be revoked at any moment.
 */
@Singleton
public class SupportPeople {

    private final Supporters supporters;
    private final Disclosures disclosures;
    private final Clock clock;

    SupportPeople(Supporters supporters, Disclosures disclosures, Clock clock) {
        this.supporters = supporters;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /**
     * Those who may be told of a topic now, in the order in which the patient named them. Nothing stands in the ledger yet.
     *
     * @throws Refusal where this service can not know it at the moment: that is no no
     */
    public List<SupportPersonId> toldOf(PatientId patient, SupportTopic topic) {
        var named = supporters.of(patient).stream()
                .filter(person -> person.topics().contains(topic))
                .toList();
        var now = disclosures.outlooks(
                named.stream().map(person -> ask(person, topic)).toList());
        var open = named.stream()
                .filter(person -> now.get(ask(person, topic)) == Outlook.OPEN)
                .map(SupportPerson::id)
                .toList();
        if (open.isEmpty() && now.containsValue(Outlook.NOT_KNOWN)) {
            throw notKnown();
        }
        return open;
    }

    private static Refusal notKnown() {
        return new Refusal(DisclosureRule.CONSENT_NOT_KNOWN, "Try again in a moment.");
    }

    /**
     * Whether one of them may be told of a topic now.
     *
     * @throws Refusal where this service can not know it at the moment: that is no no
     */
    boolean mayBeTold(SupportPersonId id, SupportTopic topic) {
        var person = supporters.of(id);
        if (!person.topics().contains(topic)) {
            return false;
        }
        return switch (disclosures.outlook(ask(person, topic))) {
            case OPEN -> true;
            case CLOSED -> false;
            case NOT_KNOWN -> throw notKnown();
        };
    }

    /** Whether the patient named them, whatever was said afterwards. */
    boolean supports(PatientId patient, SupportPersonId id) {
        return supporters.isOf(patient, id);
    }

    /** When somebody was last permitted to ask them for a patient of whom nobody hears. */
    Optional<Instant> askedAt(SupportPersonId id) {
        return supporters.askedAt(id);
    }

    /**
     * How one of them is reached, to be told now: the permit stands in the patient's ledger from here on.
     *
     * @throws org.stepwell.platform.consent.DisclosureDenied where no consent in force opens it any more
     */
    public SupportPersonContact reach(SupportPersonId id, SupportTopic topic, DisclosureMade.Channel channel) {
        var person = supporters.locked(id);
        if (!person.topics().contains(topic)) {
            throw SupportRule.WANTED_BY_THE_PATIENT.because(
                    "The patient does not want them to be told of %s. Ask the patient.".formatted(topic));
        }
        var said = supporters.open(person);
        var permit = disclosures.permit(ask(person, topic), channel, new Told(said.name(), said.address()));
        if (topic == SupportTopic.MISSED_CHECK_IN) {
            supporters.isAsked(id, clock.instant());
        }
        return SupportPersonContact.of(id, said, permit);
    }

    /** What each of some people may be told now, of what the patient chose for them. */
    Map<Ask, Outlook> outlooks(Collection<SupportPerson> some) {
        return disclosures.outlooks(some.stream()
                .flatMap(person -> person.topics().stream().map(topic -> ask(person, topic)))
                .toList());
    }

    static Ask ask(SupportPerson person, SupportTopic topic) {
        var recipient = new Recipient(Recipient.Kind.SUPPORT_PERSON, person.id().value());
        return new Ask(person.patient(), recipient, DisclosurePurpose.SUPPORT, topic.categories());
    }
}
