package org.stepwell.therapy.drugscreen;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
@Embeddable
class ScreenWhat {

    private String panel;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] analytes;

    @Enumerated(EnumType.STRING)
    private Confirmation confirmation;

    /** Whether what is found is confirmed. */
    @Schema(name = "DrugScreenConfirmation")
    enum Confirmation {
        /** The presumptive result is the last word. */
        NONE,
        /** What is found is confirmed without another order. */
        REFLEX
    }

    @SuppressWarnings("NullAway.Init")
    protected ScreenWhat() {}

    private ScreenWhat(String panel, List<String> analytes, Confirmation confirmation) {
        this.panel = panel;
        this.analytes = analytes.toArray(String[]::new);
        this.confirmation = confirmation;
    }

    /** A panel with more analytes; both stand in the catalogue. */
    static ScreenWhat of(
            Catalogue catalogue, String loinc, @Nullable List<String> more, @Nullable Confirmation confirmation) {
        var panel = catalogue
                .panel(loinc)
                .orElseThrow(() -> ScreenRule.SCREEN_NAMES_ANALYTES.at(
                        "/panel", "Choose a panel of the catalogue by its LOINC code (GET drug-screen-catalogue)."));
        var all = new LinkedHashSet<>(panel.analytes());
        for (int i = 0; more != null && i < more.size(); i++) {
            if (catalogue.find(more.get(i)).isEmpty()) {
                throw ScreenRule.SCREEN_NAMES_ANALYTES.at(
                        "/analytes/" + i, "Choose an analyte of the catalogue by its code.");
            }
            all.add(more.get(i));
        }
        if (all.isEmpty()) {
            throw ScreenRule.SCREEN_NAMES_ANALYTES.at(
                    "/analytes", "Name what to look for: this panel has nothing of its own.");
        }
        var usual = panel.reflex() ? Confirmation.REFLEX : Confirmation.NONE;
        return new ScreenWhat(loinc, List.copyOf(all), confirmation == null ? usual : confirmation);
    }

    /** The same, and these analytes of the catalogue. */
    ScreenWhat and(List<String> more) {
        var all = new LinkedHashSet<>(analytes());
        all.addAll(more);
        return new ScreenWhat(panel, List.copyOf(all), confirmation);
    }

    String panel() {
        return panel;
    }

    List<String> analytes() {
        return List.of(analytes);
    }

    Confirmation confirmation() {
        return confirmation;
    }
}
