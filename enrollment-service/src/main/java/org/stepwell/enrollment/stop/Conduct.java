package org.stepwell.enrollment.stop;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.instruments.Alert;
import org.stepwell.platform.measure.Scored;

/**
 * How a stop is found and dealt with: the columns of the table.
 *
 * @param clears who may say that it is dealt with
 * @param dispositions what deals with it; nothing where it can only be overridden
 * @param overrides who may override it; null where nobody may
 * @param coSigns whose signature an override by anybody else needs besides
 * @param plan whether an override says how withdrawal is managed here
 * @param warning whether it is a safety flag, which all services hear of
 * @param alerts the alerts of packs that find it
 * @param bands the bands of packs that find it
 */
@SuppressWarnings("ImmutableEnumChecker") // nobody else holds its sets
record Conduct(
        License clears,
        Set<Disposition> dispositions,
        @Nullable License overrides,
        @Nullable License coSigns,
        boolean plan,
        boolean warning,
        Set<String> alerts,
        Set<Band> bands) {

    /** A finding of a questionnaire, by the names that its pack gives. */
    record Band(String instrument, String band) {}

    Conduct {
        dispositions = Set.copyOf(dispositions);
        alerts = Set.copyOf(alerts);
        bands = Set.copyOf(bands);
    }

    static Conduct clearedOnly(Disposition... dispositions) {
        return new Conduct(License.LICENSED, Set.of(dispositions), null, null, false, false, Set.of(), Set.of());
    }

    static Conduct clearedOnly(License by, Disposition... dispositions) {
        return clearedOnly(dispositions).clearedBy(by, dispositions);
    }

    static Conduct overridden(License by) {
        return new Conduct(License.LICENSED, Set.of(), by, null, false, false, Set.of(), Set.of());
    }

    static Conduct softly(Disposition... dispositions) {
        return new Conduct(License.STAFF, Set.of(dispositions), License.STAFF, null, false, false, Set.of(), Set.of());
    }

    Conduct clearedBy(License who, Disposition... how) {
        return new Conduct(who, Set.of(how), overrides, coSigns, plan, warning, alerts, bands);
    }

    /** Staff override it with their signature besides; that it is no more, they alone say. */
    Conduct coSignedBy(License who) {
        return new Conduct(who, dispositions, overrides, who, plan, warning, alerts, bands);
    }

    Conduct withWithdrawalPlan() {
        return new Conduct(clears, dispositions, overrides, coSigns, true, warning, alerts, bands);
    }

    Conduct warns() {
        return new Conduct(clears, dispositions, overrides, coSigns, plan, true, alerts, bands);
    }

    Conduct alertedBy(String... codes) {
        return new Conduct(clears, dispositions, overrides, coSigns, plan, warning, Set.of(codes), bands);
    }

    Conduct foundBy(String instrument, String band) {
        var more = new HashSet<>(bands);
        more.add(new Band(instrument, band));
        return new Conduct(clears, dispositions, overrides, coSigns, plan, warning, alerts, more);
    }

    boolean hard() {
        return overrides == null;
    }

    boolean soft() {
        return overrides == License.STAFF;
    }

    boolean isFoundBy(Scored scored) {
        @Nullable String band = scored.band();
        return scored.alerts().stream().map(Alert::code).anyMatch(alerts::contains)
                || (band != null && bands.contains(new Band(scored.instrument(), band)));
    }

    /** What deals with it, in order. */
    List<Disposition> inOrder() {
        return Stream.of(Disposition.values()).filter(dispositions::contains).toList();
    }

    /** Those that somebody may say; the others follow from something else. */
    String words() {
        return Arrays.toString(inOrder().stream().filter(Disposition::said).toArray());
    }
}
