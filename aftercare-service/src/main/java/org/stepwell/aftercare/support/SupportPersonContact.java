package org.stepwell.aftercare.support;

import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.platform.consent.Permit;
import org.stepwell.platform.message.PatientContact;

/**
 * How somebody who supports a patient is reached, with the permit by which they are told, whose notice goes along.
 *
 * @param relation what they are to the patient, in the patient's words
 * @param phone to call, null where there is none
 * @param address for a letter, null where there is none
 * @param way how they are written to: at the hours at which one would write to a stranger
 */
public record SupportPersonContact(
        SupportPersonId id,
        String name,
        String relation,
        @Nullable String phone,
        @Nullable String address,
        PatientContact way,
        Permit permit) {

    private static final String LANGUAGE = "en";

    static SupportPersonContact of(SupportPersonId id, Support said, Permit permit) {
        var way = new PatientContact(
                said.language() == null ? LANGUAGE : said.language(),
                null,
                said.texts() ? said.phone() : null,
                said.email(),
                null,
                Saying.ASK_FOR_A_CALL_BACK);
        return new SupportPersonContact(id, said.name(), said.relation(), said.phone(), said.address(), way, permit);
    }
}
