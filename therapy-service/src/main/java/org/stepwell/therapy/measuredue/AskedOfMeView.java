package org.stepwell.therapy.measuredue;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;

/** A questionnaire that a patient is asked to answer; its text is among the instruments. */
@Schema(name = "AskedOfMe")
record AskedOfMeView(
        UUID id,
        EpisodeId episode,

        @Schema(examples = "PHQ-9") String instrument,

        @Schema(examples = "Patient Health Questionnaire (PHQ-9)")
        String title,

        LocalDate dueOn) {}
