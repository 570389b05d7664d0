package org.stepwell.scheduling.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.Weekday;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRule.WeekdayNum;
import org.dmfs.rfc5545.recurrenceset.OfRule;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * On which days weekly hours are kept, where not in each week: an RRULE (RFC 5545, 3.3.10) over weeks or months, counted from a first
 * day. A rule over weeks that names no days means those of the hours.
 */
public record Recurrence(String rule, LocalDate first) {

    private static final int LOOKED_AT_DAYS = 400;

    /** Refuses a rule that is none, says more than days, or never falls on a day of these hours. */
    public void require(Collection<Slot> hours) {
        var read = read();
        // Not a constant: the library's parts are there only once it has read a rule.
        var known = EnumSet.of(Part.FREQ, Part.INTERVAL, Part.BYDAY, Part.BYSETPOS, Part.WKST);
        if (EnumSet.complementOf(known).stream().anyMatch(read::hasPart)
                || (read.getFreq() != Freq.WEEKLY && read.getFreq() != Freq.MONTHLY)
                || (read.getFreq() == Freq.MONTHLY && !read.hasPart(Part.BYDAY))) {
            throw refusal("Say FREQ, INTERVAL, BYDAY and no end: a group says its last day itself.");
        }
        if (!fallsOnADay(hours)) {
            throw refusal("It falls on no day of the group's hours.");
        }
    }

    /** Of a rule that never falls on any day, such as a sixth Friday, the library says so by an exception. */
    private boolean fallsOnADay(Collection<Slot> hours) {
        try {
            return !between(hours, first, first.plusDays(LOOKED_AT_DAYS)).isEmpty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    /** The days of these hours on which they are kept, from one to another, both included. */
    public Set<LocalDate> between(Collection<Slot> hours, LocalDate from, LocalDate through) {
        var weekdays = EnumSet.noneOf(DayOfWeek.class);
        hours.forEach(slot -> weekdays.add(slot.weekday()));
        var days = new TreeSet<LocalDate>();
        var all = new OfRule(over(weekdays), date(first)).iterator();
        all.fastForward(date(from.isBefore(first) ? first : from));
        while (all.hasNext()) {
            var day = day(all.next());
            if (day.isAfter(through)) {
                break;
            }
            if (weekdays.contains(day.getDayOfWeek())) {
                days.add(day);
            }
        }
        return days;
    }

    private RecurrenceRule over(Set<DayOfWeek> weekdays) {
        var read = read();
        if (read.getFreq() == Freq.WEEKLY && !read.hasPart(Part.BYDAY)) {
            read.setByDayPart(weekdays.stream()
                    .map(day -> new WeekdayNum(0, Weekday.valueOf(day.name().substring(0, 2))))
                    .toList());
        }
        return read;
    }

    private RecurrenceRule read() {
        try {
            return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException e) {
            throw refusal("It is no rule of RFC 5545.");
        }
    }

    private static Refusal refusal(String detail) {
        return new Refusal(
                CalendarRule.REPEATS_BY_A_RULE,
                detail,
                List.of(new FieldError("/repeats", "such as FREQ=WEEKLY;INTERVAL=2 or FREQ=MONTHLY;BYDAY=1FR")));
    }

    /** The library counts months from 0. */
    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static LocalDate day(DateTime date) {
        return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
    }
}
