package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AuthorizationId;

/**
 * Which authorization each attended day burns. What a payer has burned what it was billed with; of the other days each burns, of
 * those that hold on it and still have enough units for all of it, the one that ends first. A day is never split between two.
 */
public final class Burning {

    private final List<Approved> approved;
    private final Map<AuthorizationId, NavigableMap<LocalDate, Integer>> burned = new HashMap<>();
    private final Map<LocalDate, AuthorizationId> byDay = new HashMap<>();

    private Burning(List<Approved> approved) {
        this.approved = approved;
        approved.forEach(one -> burned.put(one.id(), new TreeMap<>()));
    }

    /**
     * Lets the days burn what was approved: those that the payer has first, whatever was attended after all, and then the others,
     * oldest first.
     *
     * @param days also later ones, for what the payer has of them
     * @param until the last day that burns without being sent
     * @param dayMinutesMin minutes that make a day a program day for the payer
     */
    public static Burning of(
            List<Approved> approved,
            List<AttendedDay> days,
            Collection<SentDay> sent,
            LocalDate until,
            ToIntFunction<LocalDate> dayMinutesMin) {
        var burning = new Burning(approved);
        var attended = days.stream().collect(Collectors.toMap(AttendedDay::day, Function.identity()));
        sent.forEach(day -> burning.burn(day, attended.get(day.day()), dayMinutesMin));
        var isSent = sent.stream().map(SentDay::day).collect(Collectors.toSet());
        var inTurn = approved.stream()
                .sorted(Comparator.comparing(Approved::lastDay)
                        .thenComparing(Approved::firstDay)
                        .thenComparing(one -> one.id().value()))
                .toList();
        days.stream()
                .filter(day -> !day.day().isAfter(until) && !isSent.contains(day.day()))
                .sorted(Comparator.comparing(AttendedDay::day))
                .forEach(day -> burning.burn(inTurn, day, dayMinutesMin.applyAsInt(day.day())));
        return burning;
    }

    /**
     * Payers count in what they approved: where the line says other units, those of what was attended burn, and of what nobody
     * attended after all, those that the line says.
     */
    private void burn(SentDay sent, @Nullable AttendedDay attended, ToIntFunction<LocalDate> dayMinutesMin) {
        approved.stream().filter(one -> one.id().equals(sent.authorization())).forEach(one -> {
            int dayMin = dayMinutesMin.applyAsInt(sent.day());
            int minutes = attended == null ? sent.unit().minutesOf(sent.units(), dayMin) : attended.minutes();
            int units = one.unit() == sent.unit() ? sent.units() : one.unit().unitsOf(minutes, dayMin);
            burn(one, sent.day(), units);
        });
    }

    private void burn(List<Approved> inTurn, AttendedDay day, int dayMinutesMin) {
        for (var one : inTurn) {
            int units = one.unit().unitsOf(day.minutes(), dayMinutesMin);
            if (units > 0 && one.holds(day.day()) && used(one.id()) + units <= one.units()) {
                burn(one, day.day(), units);
                return;
            }
        }
    }

    private void burn(Approved one, LocalDate day, int units) {
        burnedOf(one.id()).put(day, units);
        byDay.put(day, one.id());
    }

    /** Whether anything was approved for a day, used or not. */
    public boolean approvedOn(LocalDate day) {
        return approved.stream().anyMatch(one -> one.holds(day));
    }

    /** The authorization that a day burned; none where none held, or none had enough left. */
    public Optional<AuthorizationId> burnedBy(LocalDate day) {
        return Optional.ofNullable(byDay.get(day));
    }

    /** The units that an authorization lost to each day. */
    NavigableMap<LocalDate, Integer> burnedOf(AuthorizationId authorization) {
        return burned.computeIfAbsent(authorization, _ -> new TreeMap<>());
    }

    private int used(AuthorizationId authorization) {
        return burnedOf(authorization).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
