package org.stepwell.instruments;

/** What a score says; positive means that it asks for a next step. */
public record Finding(String code, String label, boolean positive) {}
