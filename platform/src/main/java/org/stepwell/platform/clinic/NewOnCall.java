package org.stepwell.platform.clinic;

/** Is told when a clinic says where whoever is on call is paged, in the transaction in which that is heard. */
public interface NewOnCall {

    /** It is said of the clinic of the work at hand; also where it was said before. */
    void isOnCall();
}
