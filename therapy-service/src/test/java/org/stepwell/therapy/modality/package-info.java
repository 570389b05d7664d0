@NullMarked
package org.stepwell.therapy.modality;

import org.jspecify.annotations.NullMarked;
