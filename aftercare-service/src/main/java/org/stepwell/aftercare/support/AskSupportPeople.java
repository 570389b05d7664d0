package org.stepwell.aftercare.support;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.aftercare.silence.WhomToAsk;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SupportPersonId;

/** Where nobody hears from a patient: the first whom the patient named for that, as long as a consent names them too. */
@Singleton
class AskSupportPeople implements WhomToAsk {

    private final SupportPeople people;

    AskSupportPeople(SupportPeople people) {
        this.people = people;
    }

    @Override
    public Optional<UUID> supportPerson(PatientId patient, Instant at) {
        return people.toldOf(patient, SupportTopic.MISSED_CHECK_IN).stream()
                .findFirst()
                .map(SupportPersonId::value);
    }

    @Override
    public boolean mayBeAsked(PatientId patient, UUID person) {
        var id = new SupportPersonId(person);
        return people.supports(patient, id) && people.mayBeTold(id, SupportTopic.MISSED_CHECK_IN);
    }

    @Override
    public boolean supports(PatientId patient, UUID person) {
        return people.supports(patient, new SupportPersonId(person));
    }

    @Override
    public Optional<Instant> permittedAt(UUID person) {
        return people.askedAt(new SupportPersonId(person));
    }
}
