package org.stepwell.therapy.note;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.code.Modality;
import org.stepwell.therapy.roster.Sessions.HeldSession;

/** What a note copies from its session. */
@Embeddable
record NoteHeader(@Enumerated(EnumType.STRING) Modality modality, LocalDate date, Instant startsAt, Instant endsAt) {

    static NoteHeader of(HeldSession session) {
        return new NoteHeader(session.modality(), session.date(), session.start(), session.end());
    }

    List<Object> canonical() {
        return List.of(modality, date, startsAt, endsAt);
    }
}
