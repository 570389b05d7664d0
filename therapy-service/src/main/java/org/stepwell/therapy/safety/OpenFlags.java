package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.finding.StandingFlag;

/** Which warnings stand about a patient, whoever raised them. */
@Singleton
public class OpenFlags {

    private final SafetyRegister register;

    OpenFlags(SafetyRegister register) {
        this.register = register;
    }

    /** The names of the open flags. */
    public List<String> of(PatientId patient) {
        return register.open(patient).stream()
                .map(StandingFlag::flag)
                .distinct()
                .toList();
    }
}
