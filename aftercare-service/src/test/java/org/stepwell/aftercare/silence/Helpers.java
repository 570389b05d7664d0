package org.stepwell.aftercare.silence;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.MovedClock;

/** What other features may do about a silence, for those patients alone whom a test names. */
@Singleton
@Priority(1) // asked before whoever takes care of everybody
class Helpers implements WhomToAsk, SecondMissed {

    /** Support people by patient. */
    static final Map<PatientId, UUID> NAMED = new ConcurrentHashMap<>();

    /** To whom treatment was offered again. */
    static final List<PatientId> OFFERED = new CopyOnWriteArrayList<>();

    @Override
    public Optional<UUID> supportPerson(PatientId patient, Instant at) {
        return Optional.ofNullable(NAMED.get(patient));
    }

    @Override
    public boolean mayBeAsked(PatientId patient, UUID person) {
        return person.equals(NAMED.get(patient));
    }

    @Override
    public boolean supports(PatientId patient, UUID person) {
        return person.equals(NAMED.get(patient));
    }

    @Override
    public Optional<Instant> permittedAt(UUID person) {
        return Optional.of(MovedClock.now().minusSeconds(60));
    }

    @Override
    public boolean secondMissed(ActivePlan plan, Instant at) {
        boolean named = NAMED.containsKey(plan.patient());
        if (named) {
            OFFERED.add(plan.patient());
        }
        return named;
    }
}
