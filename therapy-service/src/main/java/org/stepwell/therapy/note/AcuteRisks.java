package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.measuredue.ScreenerDue;
import org.stepwell.therapy.notetext.PartContent;
import org.stepwell.therapy.notetext.RiskNoted;
import org.stepwell.therapy.roster.Episodes;

/**
 * Whoever was in acute danger by what is written is asked the suicide screener: it is a task as soon as that is saved, not when
 * somebody signs, and no second one however often it is saved.
 */
@Singleton
class AcuteRisks {

    private final ScreenerDue screener;
    private final Episodes episodes;

    AcuteRisks(ScreenerDue screener, Episodes episodes) {
        this.screener = screener;
        this.episodes = episodes;
    }

    /** Asked in the session or since, it is not asked again, and one of before says nothing of it; after a discharge there is nobody to ask. */
    void written(Note note, Map<PatientId, PartContent> parts, Instant now) {
        note.parts().stream()
                .filter(part -> part.present() && isAcute(parts.get(part.patient())))
                .sorted(Comparator.comparing(part -> part.episode().value())) // two notes lock calendars in one order
                .filter(part -> episodes.open(part.episode()).isPresent())
                .forEach(part -> screener.named(
                        part.patient(), part.episode(), note.facts().header().startsAt(), now));
    }

    private static boolean isAcute(@Nullable PartContent part) {
        return part != null && part.text().risk() == RiskNoted.ACUTE;
    }
}
