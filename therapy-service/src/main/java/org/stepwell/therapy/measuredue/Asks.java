package org.stepwell.therapy.measuredue;

/** Who is asked: the patient on the phone, or the staff, who take it with them. */
enum Asks {
    PATIENT,
    STAFF
}
