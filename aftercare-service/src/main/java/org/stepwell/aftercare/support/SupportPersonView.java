package org.stepwell.aftercare.support;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.platform.consent.Outlook;

/** Somebody who supports a patient, and what they may be told now. */
@Schema(name = "SupportPersonView")
record SupportPersonView(
        @Schema(description = "a consent names them as a recipient of the kind SUPPORT_PERSON with this id")
        SupportPersonId id,

        @Schema(description = "the ETag, for a change", examples = "0")
        int version,

        String name,
        String relation,
        @Nullable String phone,
        boolean texts,
        @Nullable String email,
        @Nullable String address,
        @Nullable String language,

        @Schema(description = "what the patient wants them to be told")
        List<TopicView> topics,

        Instant saidAt,

        @Schema(description = "to whom of the staff; missing where the patient wrote it down") @Nullable
        StaffId writtenBy) {

    /** Whether something may be told now. */
    @Schema(name = "SupportTopicView")
    record TopicView(
            SupportTopic topic,

            @Schema(
                    description =
                            "OPEN where a consent in force names them for it; asked again each time they are told")
            Outlook now) {}

    static SupportPersonView of(SupportPerson person, Support said, List<TopicView> topics) {
        return new SupportPersonView(
                person.id(),
                person.version(),
                said.name(),
                said.relation(),
                said.phone(),
                said.texts(),
                said.email(),
                said.address(),
                said.language(),
                topics,
                person.saidAt(),
                person.writtenBy());
    }
}
