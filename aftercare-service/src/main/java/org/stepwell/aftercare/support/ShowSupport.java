package org.stepwell.aftercare.support;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.id.PatientId;

/** Support people as the API shows them: with what each may be told at this moment. */
@Singleton
class ShowSupport {

    private final Supporters supporters;
    private final SupportPeople people;

    ShowSupport(Supporters supporters, SupportPeople people) {
        this.supporters = supporters;
        this.people = people;
    }

    List<SupportPersonView> peopleOf(PatientId patient) {
        return supporters.of(patient).stream().map(this::view).toList();
    }

    SupportPersonView view(SupportPerson person) {
        return SupportPersonView.of(
                person,
                supporters.open(person),
                person.topics().stream()
                        .map(topic -> new SupportPersonView.TopicView(topic, people.outlook(person, topic)))
                        .toList());
    }
}
