package org.stepwell.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to the program, as the token's {@code groups} say it. */
public enum Role {
    INTAKE,
    CLINICIAN,
    PRESCRIBER,
    SUPERVISOR,
    CLINIC_ADMIN,
    PRIVACY_OFFICER,
    AUDITOR,
    OPS,
    PATIENT,
    SUPPORT_PERSON,
    PARTNER;

    /** The role in a token, such as {@code clinic-admin}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True for those who work at a clinic: they learn that something exists, even where they may not read it. */
    public boolean staff() {
        return switch (this) {
            case INTAKE, CLINICIAN, PRESCRIBER, SUPERVISOR, CLINIC_ADMIN, PRIVACY_OFFICER, AUDITOR, OPS -> true;
            case PATIENT, SUPPORT_PERSON, PARTNER -> false;
        };
    }

    /** True for the roles that a clinic gives and takes with an account; the others come with the token alone. */
    public boolean byAccount() {
        return switch (this) {
            case INTAKE, CLINICIAN, PRESCRIBER, SUPERVISOR, CLINIC_ADMIN, PRIVACY_OFFICER, AUDITOR, PATIENT, PARTNER ->
                true;
            case OPS, SUPPORT_PERSON -> false;
        };
    }

    static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
