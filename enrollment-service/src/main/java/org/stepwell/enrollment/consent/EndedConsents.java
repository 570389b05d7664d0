package org.stepwell.enrollment.consent;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.time.DueDoor;

/** Consents whose last day is over, or whose event has come; the register already refuses by itself from that moment. */
@Singleton
public class EndedConsents implements DueDoor {

    static final String KIND = "consent-ends";

    private final Consents consents;
    private final Register register;

    EndedConsents(Consents consents, Register register) {
        this.consents = consents;
        this.register = register;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var consent = consents.of(new ConsentId(subject));
        end(consent.patient(), List.of(consent), dueAt);
    }

    /** Treatment has ended, and so have the consents that end with it. */
    public void treatmentEnded(PatientId patient, Instant at) {
        endWith(Terms.Ending.END_OF_TREATMENT, patient, at);
    }

    /** Aftercare has ended, and so have the consents that end with it. */
    public void aftercareEnded(PatientId patient, Instant at) {
        endWith(Terms.Ending.END_OF_AFTERCARE, patient, at);
    }

    private void endWith(Terms.Ending event, PatientId patient, Instant at) {
        register.lock(patient); // whoever signs such a consent meanwhile is seen below, or sees that it is over
        end(
                patient,
                consents.active(patient).stream()
                        .filter(consent -> consent.endsWith(event))
                        .toList(),
                at);
    }

    private void end(PatientId patient, List<Consent> ended, Instant at) {
        if (!ended.isEmpty()) {
            ended.forEach(consent -> consent.expire(at));
            register.tell(patient, ended, at);
        }
    }
}
