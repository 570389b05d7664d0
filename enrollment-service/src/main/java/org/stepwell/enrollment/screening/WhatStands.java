package org.stepwell.enrollment.screening;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.platform.finding.SafetyRegister;

/** Looks at a patient from all services at once, before anybody speaks of a level of care. */
@Singleton
class WhatStands {

    private final Findings findings;
    private final SafetyRegister register;

    WhatStands(Findings findings, SafetyRegister register) {
        this.findings = findings;
        this.register = register;
    }

    Standing of(PatientId patient) {
        return new Standing(findings.open(patient), register.openElsewhere(patient));
    }
}
