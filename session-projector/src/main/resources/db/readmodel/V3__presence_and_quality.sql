-- What a reading says of who is there and how well the face can be seen; null where the frame was not read, or before
-- frame-readings had it.

alter table readmodel.frame_readings
    add column presence          text,             -- UNKNOWN, NO_FACE, ONE_FACE, SEVERAL_FACES, OTHERS_ONLY
    add column presence_change   text,             -- NONE, FOUND, LOST, BACK, REPLACED, OTHERS_CAME, OTHERS_LEFT
    add column contrast          double precision, -- standard deviation of the grey of the face
    add column roll_degrees      double precision, -- how far the head is tilted, clockwise
    add column quality_flags     text[],           -- what is too low to trust the reading
    add column blinks_per_minute double precision;
