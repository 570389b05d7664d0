package org.stepwell.platform.access;

import static org.stepwell.platform.access.Role.AUDITOR;
import static org.stepwell.platform.access.Role.CLINICIAN;
import static org.stepwell.platform.access.Role.CLINIC_ADMIN;
import static org.stepwell.platform.access.Role.INTAKE;
import static org.stepwell.platform.access.Role.OPS;
import static org.stepwell.platform.access.Role.PARTNER;
import static org.stepwell.platform.access.Role.PATIENT;
import static org.stepwell.platform.access.Role.PRESCRIBER;
import static org.stepwell.platform.access.Role.PRIVACY_OFFICER;
import static org.stepwell.platform.access.Role.SUPERVISOR;
import static org.stepwell.platform.access.Role.SUPPORT_PERSON;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/**
 * What a record is used for (HL7 v3 ActReason), and the roles that may say so. Whoever says nothing uses it for the first
 * purpose here that their role may have.
 */
public enum PurposeOfUse {
    TREAT("treatment", INTAKE, CLINICIAN, PRESCRIBER, SUPERVISOR, PARTNER),
    HOPERAT("running the clinic", INTAKE, SUPERVISOR, CLINIC_ADMIN, PRIVACY_OFFICER, AUDITOR, OPS),
    PATRQT("the patient's own request", PATIENT),
    SUPNWK("the patient's support network", SUPPORT_PERSON),
    HPAYMT("payment", INTAKE, CLINIC_ADMIN, PARTNER),
    ETREAT("treatment in an emergency", CLINICIAN, PRESCRIBER, SUPERVISOR, PARTNER),
    BTG("breaking the glass", CLINICIAN, PRESCRIBER, SUPERVISOR),
    PUBHLTH("public health", PRIVACY_OFFICER, PARTNER),
    HRESCH("research", PRIVACY_OFFICER, PARTNER),
    HLEGAL("the law", PRIVACY_OFFICER, AUDITOR);

    /** The header that says it. */
    public static final String HEADER = "X-Purpose-Of-Use";

    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of constants
    private final Set<Role> roles;

    PurposeOfUse(String sentence, Role... roles) {
        this.sentence = sentence;
        this.roles = Set.of(roles);
    }

    /** The purpose in words. */
    public String words() {
        return sentence;
    }

    /** Whether somebody in this role may use a record for it. */
    public boolean allowedTo(Role role) {
        return roles.contains(role);
    }

    /** What the header says, if one of the roles may say so; without a header, what the roles usually mean. */
    static PurposeOfUse of(@Nullable String header, Collection<Role> roles) {
        var allowed = Arrays.stream(values())
                .filter(purpose -> roles.stream().anyMatch(purpose::allowedTo))
                .toList();
        if (header == null) {
            return allowed.getFirst();
        }
        var asked = Arrays.stream(values())
                .filter(purpose -> purpose.name().equals(header.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        HttpRule.INVALID_REQUEST,
                        "%s: expected one of %s.".formatted(HEADER, names(List.of(values()))),
                        List.of(new FieldError(HEADER, "expected one of " + names(List.of(values()))))));
        if (!allowed.contains(asked)) {
            throw new Refusal(
                    HttpRule.PURPOSE_NOT_ALLOWED,
                    "Your roles do not use records for %s (%s); they do for %s."
                            .formatted(asked.words(), asked, names(allowed)));
        }
        return asked;
    }

    private static String names(List<PurposeOfUse> purposes) {
        return String.join(", ", purposes.stream().map(PurposeOfUse::name).toList());
    }
}
