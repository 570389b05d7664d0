package org.stepwell.suite;

/** A port of this machine that the clinic listens on, and the setting that moves it. */
public enum Door {
    ENROLLMENT("enrollment", 8101),
    ENROLLMENT_MANAGEMENT("enrollment's management", 9101),
    SCHEDULING("scheduling", 8102),
    SCHEDULING_MANAGEMENT("scheduling's management", 9102),
    THERAPY("therapy", 8103),
    THERAPY_MANAGEMENT("therapy's management", 9103),
    AFTERCARE("aftercare", 8104),
    AFTERCARE_MANAGEMENT("aftercare's management", 9104),
    POSTGRES("PostgreSQL", 55432),
    KAFKA("Kafka", 59092),
    KAFKA_CONTROLLER("Kafka's controller", 59093),
    KEYCLOAK("Keycloak", 58080),
    KEYCLOAK_MANAGEMENT("Keycloak's management", 58090),
    MAIL("mail", 58025),
    TEXT_MESSAGES("text messages", 58026);

    private final String who;
    private final int usual;

    Door(String who, int usual) {
        this.who = who;
        this.usual = usual;
    }

    /** Who listens there. */
    public String who() {
        return who;
    }

    /** The port unless a setting moves it. */
    public int usual() {
        return usual;
    }

    /** The environment variable that moves it. */
    public String setting() {
        return "STEPWELL_" + name() + "_PORT";
    }
}
