package org.stepwell.instruments;

/** Who may use an instrument, and the notice that is shown wherever its text is shown. */
public record Licence(String name, boolean commercialUse, String notice) {}
