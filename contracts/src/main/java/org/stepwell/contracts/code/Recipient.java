package org.stepwell.contracts.code;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who receives what is disclosed. In a consent, a recipient without an id stands for everybody of its kind, which only
 * care allows ("my treating providers, health plans, third-party payers, and people helping to operate this program").
 *
 * @param id the partner, payer, support person or other recipient as the consent names it
 */
public record Recipient(Kind kind, @Nullable UUID id) {

    /** What somebody is to the patient. */
    public enum Kind {
        TREATING_PROVIDER,
        PAYER,
        PROGRAM_OPERATIONS,
        /** A health information exchange or the like, which passes records on to members, 42 CFR 2.11. */
        INTERMEDIARY,
        SUPPORT_PERSON,
        COURT,
        EMPLOYER,
        HOUSING,
        OTHER;

        /** May stand in a consent as a class, without a name. */
        public boolean mayBeAClass() {
            return switch (this) {
                case TREATING_PROVIDER, PAYER, PROGRAM_OPERATIONS -> true;
                case INTERMEDIARY, SUPPORT_PERSON, COURT, EMPLOYER, HOUSING, OTHER -> false;
            };
        }
    }

    /** True where this recipient of a consent is the one asked about, by name or as a class. */
    public boolean covers(Recipient asked) {
        return kind == asked.kind() && (id == null || id.equals(asked.id()));
    }
}
