package org.stepwell.therapy.drugscreen;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** Somebody looked at a screen with the patient; never changed, the next look follows it. */
@Entity
@Table(name = "drug_screen_review")
class ScreenReview {

    @Id
    private UUID id;

    private DrugScreenId screen;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] explained;

    private @Nullable String words;
    private StaffId reviewedBy;
    private Instant reviewedAt;

    @SuppressWarnings("NullAway.Init")
    protected ScreenReview() {}

    /** @param sealedWords what they say to it, sealed for this review */
    ScreenReview(
            UUID id,
            DrugScreenId screen,
            List<String> explained,
            @Nullable String sealedWords,
            StaffId by,
            Instant now) {
        this.id = id;
        this.screen = screen;
        this.explained = explained.toArray(String[]::new);
        this.words = sealedWords;
        this.reviewedBy = by;
        this.reviewedAt = now;
    }

    UUID id() {
        return id;
    }

    DrugScreenId screen() {
        return screen;
    }

    @Nullable
    String words() {
        return words;
    }

    ReviewView view(@Nullable String opened) {
        return new ReviewView(List.of(explained), opened, reviewedBy, reviewedAt);
    }
}
