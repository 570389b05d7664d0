package org.stepwell.platform.probe;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.PatientsHere;

/** The probe's tests make patients up as they need them; one is nobody. */
@Singleton
public class ProbePatients implements PatientsHere {

    /** No patient of any clinic. */
    public static final PatientId NOBODY = new PatientId(new UUID(0, 0));

    @Override
    public void mustKnow(PatientId patient) {
        if (patient.equals(NOBODY)) {
            throw new NotFoundException();
        }
    }
}
