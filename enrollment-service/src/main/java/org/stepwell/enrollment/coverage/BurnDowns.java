package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.episode.TimesAway;
import org.stepwell.enrollment.payer.Contracts;
import org.stepwell.enrollment.payer.Payers;

/** How much of a patient's authorizations is used, from what was attended. */
@Singleton
public class BurnDowns {

    private final Authorizations authorizations;
    private final Coverages coverages;
    private final Attended attended;
    private final Payers payers;
    private final Contracts contracts;
    private final WhoPays whoPays;
    private final TimesAway timesAway;

    BurnDowns(
            Authorizations authorizations,
            Coverages coverages,
            Attended attended,
            Payers payers,
            Contracts contracts,
            WhoPays whoPays,
            TimesAway timesAway) {
        this.authorizations = authorizations;
        this.coverages = coverages;
        this.attended = attended;
        this.payers = payers;
        this.contracts = contracts;
        this.whoPays = whoPays;
        this.timesAway = timesAway;
    }

    /** The payers' own numbers of what they approved under these coverages. */
    public Map<AuthorizationId, String> references(Collection<CoverageId> some) {
        return authorizations.ofCoverages(some).stream()
                .collect(Collectors.toMap(Authorization::id, authorizations::reference));
    }

    /** What was approved under each of these coverages, and which of it each attended day burns, until a day. */
    public Map<CoverageId, Burning> burning(Collection<Coverage> some, LocalDate until) {
        var approved = authorizations
                .ofCoverages(some.stream().map(Coverage::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        Authorization::coverage, Collectors.mapping(Authorization::approved, Collectors.toList())));
        var paying = whoPays.of(some.stream().map(Coverage::patient).collect(Collectors.toSet()));
        var days = daysSinceTheFirst(
                approved, some, paying.lastSent().filter(until::isBefore).orElse(until));
        var found = new HashMap<CoverageId, Burning>();
        for (var coverage : some) {
            var terms = contracts.of(payers.of(coverage.payer()));
            var burned = days.getOrDefault(coverage.patient(), List.of()).stream()
                    .filter(day -> paying.pays(coverage, day.day()))
                    .flatMap(day -> day.without(terms.on(day.day()).terms().apart()).stream())
                    .filter(day -> day.minutesUnder(terms.on(day.day())) > 0)
                    .toList();
            found.put(
                    coverage.id(),
                    Burning.of(
                            approved.getOrDefault(coverage.id(), List.of()),
                            burned,
                            paying.sent(coverage.id()),
                            until,
                            day -> terms.on(day).minutesMin()));
        }
        return found;
    }

    private Map<PatientId, List<AttendedDay>> daysSinceTheFirst(
            Map<CoverageId, List<Approved>> approved, Collection<Coverage> some, LocalDate until) {
        return approved.values().stream()
                .flatMap(List::stream)
                .map(Approved::firstDay)
                .min(LocalDate::compareTo)
                .map(first -> attended.intensiveDays(
                        some.stream().map(Coverage::patient).distinct().toList(), first, until))
                .orElse(Map.of());
    }

    /** How far these authorizations are used. */
    Map<AuthorizationId, BurnDown> of(Collection<Authorization> some, LocalDate today) {
        var covering = coverages.of(some.stream().map(Authorization::coverage).collect(Collectors.toSet()));
        var burning = burning(covering, today);
        var away = timesAway.of(some.stream().map(Authorization::patient).collect(Collectors.toSet()));
        var byId = covering.stream().collect(Collectors.toMap(Coverage::id, coverage -> coverage));
        return some.stream()
                .collect(Collectors.toMap(
                        Authorization::id,
                        one -> BurnDown.of(
                                Objects.requireNonNull(byId.get(one.coverage())).cut(one.approved()),
                                Objects.requireNonNull(burning.get(one.coverage()))
                                        .burnedOf(one.id()),
                                day -> away.getOrDefault(one.patient(), List.of()).stream()
                                        .anyMatch(time -> time.holds(day)),
                                today)));
    }
}
