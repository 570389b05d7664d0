package org.stepwell.aftercare.support;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Outlook;

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
        var named = supporters.of(patient);
        var now = people.outlooks(named);
        return named.stream().map(person -> view(person, now)).toList();
    }

    SupportPersonView view(SupportPerson person) {
        return view(person, people.outlooks(List.of(person)));
    }

    private SupportPersonView view(SupportPerson person, Map<Ask, Outlook> now) {
        return SupportPersonView.of(
                person,
                supporters.open(person),
                person.topics().stream()
                        .map(topic -> new SupportPersonView.TopicView(
                                topic, Objects.requireNonNull(now.get(SupportPeople.ask(person, topic)))))
                        .toList());
    }
}
