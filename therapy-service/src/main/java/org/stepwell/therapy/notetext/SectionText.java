package org.stepwell.therapy.notetext;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one section says; it may be empty until the note is signed. */
@Schema(name = "NoteSectionText")
public record SectionText(
        @NotNull NoteSection section,

        @Schema(examples = "Slept badly, two cravings on the weekend, called a friend both times.")
        @NotNull
        @Size(max = 8_000)
        String text) {}
