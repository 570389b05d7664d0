package org.stepwell.aftercare.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.platform.access.Access;

/** What the patient says of somebody who supports them, or staff write down with the patient; sealed for that person. */
@Singleton
class SayWhoSupports {

    private final Supporters supporters;
    private final Access access;
    private final Clock clock;

    SayWhoSupports(Supporters supporters, Access access, Clock clock) {
        this.supporters = supporters;
        this.access = access;
        this.clock = clock;
    }

    SupportPerson.Said of(SupportPersonId id, SupportForm form) {
        return new SupportPerson.Said(
                supporters.seal(id, form.said()),
                form.topics(),
                access.byPatient() ? null : access.staff(),
                clock.instant());
    }
}
