package org.stepwell.suite.journey;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is in the story: twelve patients who fill a group, and one who finds it full. */
final class Cast {

    /** In every name of the story and in what is written about somebody: whoever looks for it finds what got out. */
    static final String CANARY = "Quillfeather";

    /** The same in what is written for a whole group, where no family name may stand. */
    static final String GROUP_CANARY = "Cinderwick";

    static final String PHONE = "+1 555 0173";

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final String CARL = "019a0000-0000-7000-8000-0000000000c1";
    static final String CORA = "019a0000-0000-7000-8000-0000000000c2";
    static final String PIA = "019a0000-0000-7000-8000-0000000000c3";
    static final String SAM = "019a0000-0000-7000-8000-0000000000c4";

    private static final List<String> GIVEN_NAMES = List.of(
            "Amina", "Boris", "Chiara", "Dmitri", "Esther", "Farid", "Greta", "Hugo", "Ingrid", "Jamal", "Katya",
            "Luis", "Nora");

    private static final int DAYS_OF_BIRTH = 14_000;

    private final List<Patient> all = new ArrayList<>();
    private final Patient vera = new Patient("Vera", GIVEN_NAMES.size());

    /** Somebody in the story, with what the services call them. */
    static final class Patient {
        private final String name;
        private final int number;
        private String id = "";
        private String episode = "";
        private String plan = "";

        Patient(String name, int number) {
            this.name = name;
            this.number = number;
        }

        String name() {
            return name;
        }

        /** Every other one is written to by mail, the others by text message. */
        boolean likesMail() {
            return number % 2 == 0;
        }

        String fullName() {
            return name + " " + CANARY;
        }

        String id() {
            return id;
        }

        String episode() {
            return episode;
        }

        String plan() {
            return plan;
        }

        /** The user name of the patient's own account. */
        String account() {
            return "patient-" + id;
        }

        void registeredAs(String patient) {
            id = patient;
        }

        void waitsAs(String waiting) {
            episode = waiting;
        }

        void arrangedIn(String aftercare) {
            plan = aftercare;
        }
    }

    Cast() {
        for (int i = 0; i < GIVEN_NAMES.size(); i++) {
            all.add(new Patient(GIVEN_NAMES.get(i), i));
        }
    }

    /** Another day for each id: whoever shares a given name and a birth date would be taken for the same person. */
    static String bornOn(String id) {
        return LocalDate.of(1960, 1, 1)
                .plusDays(Math.floorMod(id.hashCode(), DAYS_OF_BIRTH))
                .toString();
    }

    /** Somebody whom nobody knows yet, as they are registered. */
    static Map<String, Object> somebody(String givenName) {
        var run = UUID.randomUUID().toString();
        return Map.of(
                "givenName",
                givenName,
                "familyName",
                CANARY + "-" + run,
                "birthDate",
                bornOn(run),
                "language",
                "en",
                "contactRules",
                Map.of("phone", true, "textMessage", false, "email", false, "voicemail", false));
    }

    List<Patient> everybody() {
        return all;
    }

    int registered() {
        return Math.toIntExact(
                all.stream().filter(patient -> !patient.id().isEmpty()).count());
    }

    /** The twelve with a seat from the first day. */
    List<Patient> twelve() {
        return all.subList(0, 12);
    }

    /** Finds the group full, and takes the seat of whoever leaves. */
    Patient nora() {
        return all.get(12);
    }

    /** Is in another program, and not among everybody. */
    Patient vera() {
        return vera;
    }

    /** Comes to every session. */
    Patient amina() {
        return all.get(0);
    }

    /** Is missing once, and had a reason. */
    Patient dmitri() {
        return all.get(3);
    }

    /** Sees Carl alone once a week, besides. */
    Patient esther() {
        return all.get(4);
    }

    /** Has nobody to bring him. */
    Patient farid() {
        return all.get(5);
    }

    /** Collapses in the waiting room. */
    Patient greta() {
        return all.get(6);
    }

    /** Stays away after two weeks. */
    Patient hugo() {
        return all.get(7);
    }

    /** Says at the first questionnaire that life is not worth living. */
    Patient chiara() {
        return all.get(2);
    }

    /** Needs a clinician before admission, is missing once, and makes up for it. */
    Patient boris() {
        return all.get(1);
    }

    /** Looks for work, and finds some. */
    Patient jamal() {
        return all.get(9);
    }

    /** Takes a medication against craving. */
    Patient katya() {
        return all.get(10);
    }

    /** Misses the first check-in after discharge. */
    Patient luis() {
        return all.get(11);
    }

    /** Everybody who stays to the end: eleven of the twelve, and Nora. */
    List<Patient> finishers() {
        return all.stream().filter(patient -> patient.number != hugo().number).toList();
    }
}
