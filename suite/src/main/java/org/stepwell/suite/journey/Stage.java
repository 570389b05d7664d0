package org.stepwell.suite.journey;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** What every chapter needs: the APIs, the clocks, the cast, and where claims are kept. */
final class Stage {

    static final Service ENROLLMENT = Service.ENROLLMENT;
    static final Service SCHEDULING = Service.SCHEDULING;
    static final Service THERAPY = Service.THERAPY;
    static final Service AFTERCARE = Service.AFTERCARE;

    private final Clinic clinic;
    private final Api api;
    private final ClinicTime time;
    private final Cast cast = new Cast();
    private final Claims claims;
    private final Telling telling;
    private final long begunMillis = System.currentTimeMillis();
    private final LocalDate today;
    private LocalDate firstDay;
    private String program = "";
    private String group = "";

    Stage(Clinic clinic, Api api, ClinicTime time, Telling telling) {
        this.clinic = clinic;
        this.api = api;
        this.time = time;
        this.telling = telling;
        this.claims = new Claims(telling);
        this.today = LocalDate.ofInstant(time.now(), Cast.ZONE);
        this.firstDay = mondayAfter(today);
    }

    Clinic clinic() {
        return clinic;
    }

    Api api() {
        return api;
    }

    ClinicTime time() {
        return time;
    }

    Cast cast() {
        return cast;
    }

    Claims claims() {
        return claims;
    }

    Telling telling() {
        return telling;
    }

    /** When this story began to be played, by the clock of this machine. */
    long begunMillis() {
        return begunMillis;
    }

    /** The day on which the story begins to be told. */
    LocalDate today() {
        return today;
    }

    /** Which day it is now, where the clinic is. */
    LocalDate day() {
        return LocalDate.ofInstant(time.now(), Cast.ZONE);
    }

    /** Nobody starts before this day is over. */
    void startsAfter(LocalDate day) {
        firstDay = firstDay.isAfter(day) ? firstDay : mondayAfter(day);
    }

    private static LocalDate mondayAfter(LocalDate day) {
        return day.with(TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
    }

    /** The Monday on which everybody starts. */
    LocalDate firstDay() {
        return firstDay;
    }

    /** Lets time pass until an hour of the clinic's day. */
    void passUntil(LocalDate day, LocalTime hour) {
        time.passUntil(day.atTime(hour).atZone(Cast.ZONE).toInstant());
    }

    /** A hospital that sends people, listed as a partner; another one in each run. */
    String hospital(String name) {
        return api.must(api.post(
                        "ada",
                        ENROLLMENT,
                        "/partners",
                        Map.of(
                                "kind",
                                "HOSPITAL",
                                "name",
                                name + " " + UUID.randomUUID(),
                                "address",
                                "12 Mill Street")))
                .id();
    }

    String program() {
        return program;
    }

    String group() {
        return group;
    }

    void offers(String offered) {
        program = offered;
    }

    void meetsAs(String formed) {
        group = formed;
    }
}
